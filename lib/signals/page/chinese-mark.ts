import { type MarkWords, oneOf, readClauses } from './mark-words';

/**
 * Words are told by kind first, each kind by a capital letter: labels are read in lower case, and a grammar over letters
 * stays small. A: the element of artificial intelligence, M: that of generation or synthesis (GB 45438-2025 5.1), W: what
 * authors say instead, N: what is labelled, K: which kind of it.
 */
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'A',
    new RegExp(
      `(?:生成式)?(?:人工智[能慧](?:\\(ai\\))?|(?<![a-z])ai)(?:gc)?(?:(?:写作|创作|绘画|翻译|对话|问答|语音|图像|视频)?${oneOf('大?模型 大语言模型 助[手理] 工具 技术 算法 系统 机器人 引擎 软件 程序 搜索 智能体 平台 服务')}){0,2}(?:\\([^()]{1,30}\\))?`,
      'g',
    ),
  ],
  ['M', /(?:生成|合成)(?:[/和与及或、(]{0,2}(?:生成|合成)\)?)?/g],
  ['W', new RegExp(oneOf('产生 创作 撰写 写作 写成 编写 绘制 绘画 作画 制作 完成 整理 改写 润色'), 'g')],
  [
    'N',
    new RegExp(
      oneOf(
        '(?:商品|模特|产品|效果|示意)图片? 图片 图[像示] 插[图画] 配图 封面图? 头图 题图 画面 照片 海报 人像 形象 素材 漫画 视频 影像 短片 影片 动画 音频 语音 配音 音乐 歌曲 声音 人声 旁白 播报 朗读 (?:部分)?内容 文[本字章案档稿] 文字稿 正文 作品 笔记 帖子 回[答复应] 答[案复] 摘要 总结 概[述要] 译文 翻译 信息 资料 报告 结果 标题 简介 描述 解[读析] 点评 评论 建议 消息 页面 字幕 稿件? 节目 要点 导读 速览 纪要 问答 数字人 主播 虚拟人物? 人物 段落 章节 语句 场景 特效 元素 片段 代码 题目 歌词 故事 小说 剧本 诗歌 剧情 课件 教案 方案 计划 数据 图表 图解 绘本 壁纸 头像 评价 问题 病历 新闻 快讯 公告 通知 邮件 推荐 理由 观点 结论 分析 预测 行程 菜谱 食谱 意见 编曲 作曲 词曲 伴奏 图\\d{1,2}',
      ),
      'g',
    ),
  ],
  [
    'K',
    new RegExp(
      `${oneOf('商品 产品 课程 会议 通话 角色 背景 站内 栏目 专题 搜索 客服 法律 智能 系统 房源 酒店 景点 菜品 职位 合同 中文 英文 双语')}(?=N)`,
      'g',
    ),
  ],
];

const inKinds = (clause: string): string =>
  KINDS.reduce((words, [letter, pattern]) => words.replace(pattern, letter), clause);

const HELPED = oneOf('辅助 协助 协同 参与 帮助 部分 支持');
const HOW = oneOf('自动 智能 全部 全程 完全 直接 实时 独立 深度 进行 来 所 一次性');

/** Products that write their name before the mark (marks seen on files), and names in Latin script. */
const BRAND = oneOf(
  '豆包 即梦 通义(?:千问|万相)? 千问 可灵 (?:腾讯)?(?:元宝|混元) 百度 文心(?:一言)? (?:讯飞)?星火 智谱(?:清言)? 海螺 夸克 剪映 美图 [a-z0-9][a-z0-9.+-]{1,20}\\s?',
);

/** A name between 由 and the element; nothing that makes another sentence of it. */
const NAME = '[^,:()?A-Z用非不未无否何为的在由是]{0,16}';

const SELF = oneOf('本文 全文 本[篇条帖图片集页站贴节章期稿] 文[中内] [上下]图 [以如][上下] 上述 [上下]文');
const THIS = oneOf('[本此该][条篇张段则个]? 以上 以下 上述 下列 当前 全部 所有 部分 (?:M|输出)的?');
const PART = oneOf('部分 所有 全部 大部分');

/** What is named right behind "this": any short word, since whatever it is, it is this one. */
const ANY_NOUN = '[^\\x00-\\u2fff非不未无否由为是用的在含经系禁须应请可，。]{1,6}';

/** What a sentence is about: 本文, 以上内容, 文中的图片, 图片与文字, 本文部分内容. */
const SUBJECT = `(?:${SELF}(?:的|[中内]的?|的?[WM](?:过程|时)?中?)?${PART}?的?)?(?:[本此该]${ANY_NOUN}(?:${PART}?N+)?|${THIS}?${PART}?的?K?N+(?:(?:[、和与及/]|以及)${PART}?K?N+)*(?:[中内]?的?${PART}N*)?)?`;

const ADVERB = oneOf('可能 疑似 或 均 都 皆 全 也 已 全部 完全 部分 大部分 主要 全程 基本');
/** What a label may begin with when it names no subject, and what only a sentence with one, or a declaration, has. */
const IS = oneOf('由 为 是 系 是由 系由 属 属于 经 经由 含 含有 包含 源[自于] 来自');
const USES = oneOf(
  '通过 使用了? 采用了? 利用了? 借助了? 运用了? 应用了? 引用了? 基于 有 存在 涉及 在 是使用 是用 用',
);

/** What it was made from: 由AI根据用户评价生成. */
const FROM_WHAT = '(?:根据|基于|结合|依据|参考|提取|通过分析)[^,:()?非不未无否]{1,14}?';

/** 生成, 辅助生成, 自动生成的, 辅助撰写并生成, 生成内容, 合成技术. */
const DOES = `AN?(?:${FROM_WHAT})?(?:${HELPED}|${HOW})*[MW](?:[并和、]?[MW])?(?:的|而成|得[到出])?(?:N+|图|技术)?`;
const WITH_HELP = `A的?(?:${HELPED}下[MW]|${oneOf('辅助 协助 帮助')}$)`;

/** Who declares it; what it is the source of. */
const DECLARATION = `(?:${oneOf('作者 W者? 贡献 N 特别 重要 郑重 免责 A 本文 原创 小编 博主 发布者 M 使用')}*声明|${oneOf('温馨 特别 友情 重要 风险 N A 阅读 使用')}*提[示醒]|${oneOf('N A 使用 W M 特别 重要')}*说明|备注|注意?|[编作译]者[注按]|[小编]编?注|[NW]来源|[NA]?标[识注])`;
const SOURCE = '(?:图源|N+(?:来源|W)?|图|文|W|来源|制图|作图|绘图|供图)';
const PREFIX = new RegExp(`^(?:${DECLARATION}|${SOURCE})\\s?(?:[:/丨-]| )\\s?(?=.)`, 'u');

const SENTENCE = new RegExp(
  `^(?<subject>${SUBJECT})(?<sure>${ADVERB}{0,2})(?:(?:(?<is>${IS})|(?<uses>${USES}))(?<also>${ADVERB}{0,2})${NAME})?(?:${DOES}|${WITH_HELP})$`,
  'u',
);
/** A mark with the name of a product and no verb, or with nothing before it. */
const MARK = new RegExp(
  `^${ADVERB}?${BRAND}?A(?:${HELPED}|${HOW})?M的?(?<noun>(?:[^\\x00-\\u2fff的]{0,12}N+|N*图)?)$`,
  'u',
);

/** Pictures that are named right before the mark; with others, or without a name, it reads as what a tool does. */
const OF_PICTURE = /^(?:配图|封面图?|题图|头图|插图|本图|此图|上图|下图)ai(?:生成|合成)$/u;

/** Names that behind the mark make a function of it in menus and advertisements: AI生成图片, AI生成视频, AI生成标题. */
const LABEL_NOUN = /(?:内容|图|作品|摘要|总结|概[述要]|回[答复]|答[案复]|信息|的\p{Script=Han}+)$/u;

const PARTIAL = /部分|辅助|协助|协同|参与|帮助|支持|润色|主要|基本|引用/u;
const CONTAINS = /含|存在|涉及|(?<!所)有(?!声|限|关)|技术$/u;
const DEMONSTRATIVE = /^(?:[本此该]|[以如上下][上下文述图列]|全文|文[中内]|当前)/u;

/**
 * Reads what may be a label in Chinese: both elements of GB 45438-2025 5.1 in a phrase or sentence that says so of the
 * content it stands by, or an author's declaration, with disclaimers around.
 *
 * @param words in one spelling (`readMarkText`)
 * @returns `undefined` for any other text, sentences about AI among them
 */
export const readChineseMark = (words: string): MarkWords | undefined =>
  readClauses(clausesOf(words), readClause, (clause) => DISCLAIMER.test(clause));

const clausesOf = (words: string): readonly string[] =>
  words
    .replace(BEFORE_DISCLAIMER, ',')
    .replace(/^(\p{Script=Han}{1,6})\s?[|丨]\s?(?=a)/u, '$1:')
    .replace(/\(([^()]*)\)(?=[,;。]|$)/gu, ',$1')
    .split(/[,;。!|·•\n]|\.(?!\d)|\s[-–—]\s/u);

function readClause(clause: string): MarkWords | undefined {
  const kinds = inKinds(clause);
  const prefix = PREFIX.exec(kinds);
  const rest = prefix === null ? kinds : kinds.slice(prefix[0].length);
  const read = readMark(rest, clause) ?? readSentence(rest, clause, prefix !== null) ?? readOfPicture(clause);
  return read && prefix !== null ? { ...read, isDeclared: true, isAmbiguous: false } : read;
}

function readMark(kinds: string, clause: string): MarkWords | undefined {
  const mark = MARK.exec(kinds);
  if (mark === null) return undefined;
  const isNamed = mark.groups?.['noun'] !== '';
  const isAmbiguous = isNamed && !hedgeOf(clause) && !LABEL_NOUN.test(clause);
  return { ...said(clause), isDeclared: false, isAmbiguous };
}

const readOfPicture = (clause: string): MarkWords | undefined =>
  OF_PICTURE.test(clause)
    ? { ...said(clause), isDeclared: DEMONSTRATIVE.test(clause), isAmbiguous: false }
    : undefined;

function readSentence(kinds: string, clause: string, isPrefixed: boolean): MarkWords | undefined {
  const groups = SENTENCE.exec(kinds)?.groups;
  if (groups === undefined) return undefined;
  const { subject = '', sure = '', also = '', is, uses } = groups;
  const isDeclared = DEMONSTRATIVE.test(subject);
  const hasBoth = /A.*M/.test(kinds);
  const isSaid = isPrefixed || isDeclared || (hasBoth && isSaidOfItself(subject, sure + also, is, uses));
  const hasVerb = (is ?? uses) !== undefined || (subject !== '' && hedgeOf(sure + also) !== undefined);
  return isSaid && hasVerb ? { ...said(clause), isDeclared, isAmbiguous: false } : undefined;
}

/** What a mark says without a declaration: 由AI生成, 内容由AI生成, 疑似使用了AI生成技术. */
function isSaidOfItself(
  subject: string,
  adverbs: string,
  is: string | undefined,
  uses: string | undefined,
): boolean {
  if (adverbs.includes('疑似') || adverbs.includes('可能')) return true;
  if (uses !== undefined) return subject !== '' && !uses.endsWith('用');
  return is !== undefined && !is.startsWith('是') && (subject !== '' || adverbs !== '' || is !== '为');
}

function said(clause: string): Pick<MarkWords, 'extent' | 'hedge'> {
  const hedge = hedgeOf(clause);
  const extent = PARTIAL.test(clause) ? 'partial' : CONTAINS.test(clause) || hedge ? 'unknown' : 'full';
  return { extent, ...(hedge && { hedge }) };
}

const hedgeOf = (clause: string): MarkWords['hedge'] =>
  clause.includes('疑似') ? 'suspected' : /可能|或/.test(clause) ? 'possible' : undefined;

const BEFORE_DISCLAIMER =
  /(?<=[\p{L}\d)])(?<!,(?:内容|信息|结果|文章))(?=仅供|请(?:仔细|谨慎|注意|自行|核|您|勿|甄|以|务必)|不代表|不构成|非真实)|(?<=[成容])(?=可能(?:[有存不会包]))|(?<=[成作画])(?=[图文]:)/gu;

/** What stands beside a label: for reference, check it, no advice, reviewed by people, not a photograph, with which model. */
const DISCLAIMER = new RegExp(
  `^(?:${[
    '(?:内容|文章|信息|结果|图片)?[仅只]?(?:供|作为?|做|用于|限).{0,6}(?:参考|学习|娱乐|交流|研究|演示|展示|示意|试看|使用|测试|说明).{0,12}',
    '(?:敬?请|务必|谨慎|注意|使用前|如需|如有|若有|建议|欢迎|感谢|点击|具体|一切|内容以|准确信息).{1,40}',
    '(?:并?不|无法|尚?未|并未|难以|勿|非|并非|不是|不能|不得).{1,40}',
    '(?!.*(?:声明|标注|标识|勾选|发布前)).{0,20}(?:参考|核实|甄别|准确|为准|责任|咨询|错误|误差|虚构|谨慎|反馈|请).{0,24}',
    '特此.{2,4}',
    '.{1,6}前(?:(?:敬?请|务必|应).{1,40})?',
    '网信算备[\\w号]{1,40}',
    '仅供.{1,12}',
    '据此.{1,20}|.{0,8}风险.{0,8}',
    '(?:可能|或|难免|也许|会).{1,40}',
    '(?:[已均并且后再最终但仍也都]|并已|同时|且已|最后|内容){0,2}(?:经过?|由|通过)?.{0,16}(?:审[核校阅定]|校[对验]|编辑|修[改订]|核[对实查]|复核|润色|整理|把关|调整|后期|加工|完善|处理|撰写|负责|策划).{0,14}',
    '(?!.*归[您你]).{0,12}(?:准确性|真实性|完整性|观点|立场|版权|转载|侵权|责任|隐私).{0,40}',
    '.{0,8}(?:无关|虚构|雷同|巧合|示意图|效果图|概念图|想象图)',
    '(?:图|文|模型|工具|版本|日期|时间|更新于?|作者|编辑|来源|提示词|责编|审核|策划|供图|制图|制作|绘图)[:/].{1,40}',
    '(?:由|使用|通过|借助)?(?:模型|工具)?(?:[a-z][a-z0-9 .+-]{0,30}|豆包|即梦|千问|可灵|元宝|文心一言|星火)(?:ai)?(?:提供|驱动|支持|生成|绘制)?',
    '(?:20)?\\d{2}[-/.年].{0,20}',
  ].join('|')})$`,
  'u',
);
