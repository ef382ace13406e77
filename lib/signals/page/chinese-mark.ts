import { type MarkWords, oneOf, readClauses } from './mark-words';

/** What the element of artificial intelligence is called with. */
const KIND = oneOf(
  '大?模型 大语言模型 助[手理] 工具 技术 算法 系统 机器人 引擎 软件 程序 搜索 智能体 平台 服务',
);

/** GB 45438-2025 5.1: the element of artificial intelligence. */
const AI = `(?:生成式)?(?:人工智[能慧](?:\\(ai\\))?|ai)(?:gc)?${KIND}{0,2}(?:\\([^()]{1,30}\\))?`;

/** GB 45438-2025 5.1: the element of generation or synthesis. */
const MADE = '(?:生成|合成)(?:[/和与及或、(]{0,2}(?:生成|合成)\\)?)?';

/** What authors say instead, in sentences of their own only. */
const WORKED = `(?:${MADE}|${oneOf('产生 创作 撰写 写作 写成 编写 绘制 绘画 作画 制作 完成 整理 改写 润色')})`;

const HELPED = oneOf('辅助 协助 协同 参与 帮助 润色 部分 支持');
const HOW = oneOf('自动 智能 全部 全程 完全 直接 实时 独立 深度 进行 来 所 一次性');

/** Products that write their name before the mark (marks seen on files), and names in Latin script. */
const BRAND = oneOf(
  '豆包 即梦 通义(?:千问|万相)? 千问 可灵 (?:腾讯)?(?:元宝|混元) 百度 文心(?:一言)? (?:讯飞)?星火 智谱(?:清言)? 海螺 夸克 剪映 美图 [a-z0-9][a-z0-9.+-]{1,20}\\s?',
);

/** A name between 由 and the element; nothing that makes another sentence of it. */
const NAME = '[^,:()?用非不未无否何为的在由是]{0,16}?';

const PICTURE =
  '(?:商品|模特|产品|效果|示意)?图片? 图[像示] 插[图画] 配图 封面图? 头图 题图 画面 照片 海报 人像 形象 素材 漫画';
const FILM = '视频 影像 短片 影片 动画 画面';
const SOUND = '音频 语音 配音 音乐 歌曲 声音 人声 旁白 播报 朗读';
const MEDIUM = oneOf(`${PICTURE} ${FILM} ${SOUND}`);
const TEXT = oneOf(
  '(?:部分)?内容 文[本字章案] 正文 作品 笔记 帖子? 回[答复] 答[案复] 摘要 总结 概[述要] 译文 翻译 信息 资料 报告 结果 标题 简介 描述 解[读析] 点评 评论 建议 消息 文档 页面? 字幕 稿件? 节目 回应 要点 导读 速览 文字稿 纪要 问答 数字人 主播 虚拟人 文稿 段落 章节 语句',
);
const NOUN = `(?:${MEDIUM}|${TEXT}){1,2}`;

/** What is named right behind "this": any short word, since whatever it is, it is this one. */
const ANY_NOUN = '[^\\P{Script=Han}非不未无否由为是用的在含经系禁须应请可]{1,6}?';

const SELF = oneOf('本文 全文 本[篇条帖图片集页站贴节章期稿] 文[中内] [上下]图 [以如][上下] 上述 上文 下文');
const THIS = oneOf('[本此该][条篇张段则个]? 以上 以下 上述 下列 当前 全部 所有 部分 (?:生成|输出)的?');
const PART = oneOf('部分 所有 全部 大部分');

/** What a sentence is about: 本文, 以上内容, 文中的图片, 图片与文字, 本文部分内容. */
const SUBJECT = `(?:${SELF}(?:的|(?:中|内(?!容))的?)?${PART}?的?)?(?:[本此该]${ANY_NOUN}(?:${PART}?${NOUN})?|${THIS}?${PART}?的?${NOUN}(?:(?:[、和与及/]|以及)${PART}?${NOUN}){0,3}(?:[中内]?的?${PART}(?:${NOUN})?)?)?`;

const ADVERB = oneOf('可能 疑似 或 均 都 皆 全 也 已 全部 完全 部分 大部分 主要 全程 基本 系');
/** What a label may begin with when it names no subject, and what only a sentence with one, or a declaration, has. */
const IS = oneOf('由 为 是 系 是由 系由 属 属于 经 经由 含 含有 包含 源[自于] 来自');
const USES = oneOf(
  '通过 使用了? 采用了? 利用了? 借助了? 运用了? 应用了? 引用了? 基于 有 存在 涉及 在 是使用 是用 用',
);

/** 生成, 辅助生成, 自动生成的, 生成内容, 合成技术. */
const DOES = `${AI}(?:语音|视频|图像|文本|换脸)?(?:${HELPED}|${HOW}){0,3}${WORKED}(?:${MADE})?(?:的|而成|得[到出])?(${NOUN}|技术)?`;
const WITH_HELP = `${AI}的?${HELPED}下${WORKED}`;

/** Who declares it; what it is the source of. */
const DECLARATION = `(?:${oneOf('作者 创作者? 内容 特别 重要 郑重 免责 ai aigc 人工智能 本文 原创 小编 博主 发布者 生成 使用')}{0,3}声明|${oneOf('温馨 特别 友情 重要 风险 内容 ai 阅读 使用')}{0,2}提[示醒]|${oneOf('内容 ai 使用 创作 生成 翻译 特别 重要')}{0,3}说明|备注|注意?|[编作译]者[注按]|[小编]编?注|(?:内容|创作)来源|(?:内容|ai|aigc)?标[识注])`;
const SOURCE = `(?:图源|${NOUN}(?:来源|制作)?|文|来源|制[图作]|作图|绘图|素材来源|供图)`;
const PREFIX = new RegExp(`^(?:(${DECLARATION})|${SOURCE})\\s?(?:[:/丨-]|(?<=\\S) )\\s?(?=.)`, 'u');

const SENTENCE = new RegExp(
  `^(?<subject>${SUBJECT})(?<sure>${ADVERB}{0,2})(?:(?:(?<is>${IS})|(?<uses>${USES}))(?<also>${ADVERB}{0,2})${NAME})?(?:${DOES}|${WITH_HELP})$`,
  'u',
);
/** A mark with the name of a product and no verb, or with nothing before it. */
const MARK = new RegExp(`^${ADVERB}?${BRAND}?${AI}(?:${HELPED}|${HOW})?${MADE}的?(?<noun>${NOUN})?$`, 'u');

/** Pictures that are named right before the mark; with others, or without a name, it reads as what a tool does. */
const OF_PICTURE = new RegExp(
  `^${oneOf('配图 封面图? 题图 头图 插图 本图 此图 上图 下图')}${AI}${MADE}$`,
  'u',
);

/** Names that behind the mark make a function of it in menus and advertisements: AI生成图片, AI生成视频, AI生成标题. */
const LABEL_NOUN = /(?:内容|图|作品|摘要|总结|概[述要]|回[答复]|答[案复]|信息|的\p{Script=Han}+)$/u;

const PARTIAL = /部分|辅助|协助|协同|参与|帮助|支持|润色|主要|基本|引用/u;
const CONTAINS = /含|存在|涉及|(?<!所)有|技术$/u;
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
    .replace(/\(([^()]*)\)$/u, ',$1')
    .split(/[,;。!|·•\n]|\.(?!\d)|\s[-–—]\s/u);

function readClause(clause: string): MarkWords | undefined {
  const prefix = PREFIX.exec(clause);
  const rest = prefix === null ? clause : clause.slice(prefix[0].length);
  const read = readMark(rest) ?? readSentence(rest, prefix !== null) ?? readOfPicture(rest);
  return read && prefix !== null ? { ...read, isDeclared: true, isAmbiguous: false } : read;
}

function readMark(clause: string): MarkWords | undefined {
  const mark = MARK.exec(clause);
  if (mark === null) return undefined;
  const noun = mark.groups?.['noun'];
  const isAmbiguous = noun !== undefined && !hedgeOf(clause) && !LABEL_NOUN.test(clause);
  return { ...said(clause), isDeclared: false, isAmbiguous };
}

const readOfPicture = (clause: string): MarkWords | undefined =>
  OF_PICTURE.test(clause)
    ? { ...said(clause), isDeclared: DEMONSTRATIVE.test(clause), isAmbiguous: false }
    : undefined;

function readSentence(clause: string, isPrefixed: boolean): MarkWords | undefined {
  const groups = SENTENCE.exec(clause)?.groups;
  if (groups === undefined) return undefined;
  const { subject = '', sure = '', also = '', is, uses } = groups;
  const isDeclared = DEMONSTRATIVE.test(subject);
  const isMark = BOTH_ELEMENTS.test(clause);
  const isSaid = isPrefixed || isDeclared || (isMark && isSaidOfItself(subject, sure + also, is, uses));
  const hasVerb = (is ?? uses) !== undefined || (subject !== '' && hedgeOf(sure + also) !== undefined);
  if (!isSaid || !hasVerb) return undefined;
  return { ...said(clause), isDeclared, isAmbiguous: false };
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
  return is !== undefined && !is.startsWith('是') && (subject !== '' || is !== '为');
}

const BOTH_ELEMENTS = new RegExp(`${AI}(?:${HELPED}|${HOW}){0,3}${MADE}`, 'u');

function said(clause: string): Pick<MarkWords, 'extent' | 'hedge'> {
  const hedge = hedgeOf(clause);
  const extent = PARTIAL.test(clause) ? 'partial' : CONTAINS.test(clause) || hedge ? 'unknown' : 'full';
  return { extent, ...(hedge && { hedge }) };
}

const hedgeOf = (clause: string): MarkWords['hedge'] =>
  clause.includes('疑似') ? 'suspected' : /可能|或/.test(clause) ? 'possible' : undefined;

const BEFORE_DISCLAIMER =
  /(?<=[\p{L}\d)])(?<!,(?:内容|信息|结果|文章))(?=仅供|请(?:仔细|谨慎|注意|自行|核|您|勿|甄|以|务必)|不代表|不构成|非真实)|(?<=[成作画])(?=[图文]:)/gu;

/** What stands beside a label: for reference, check it, no advice, reviewed by people, not a photograph, with which model. */
const DISCLAIMER = new RegExp(
  `^(?:${[
    '(?:内容|文章|信息|结果|图片)?[仅只]?(?:供|作为?|做|用于|限).{0,6}(?:参考|学习|娱乐|交流|研究|演示|展示|示意|试看|使用|测试|说明).{0,12}',
    '(?:敬?请|务必|谨慎|注意|使用前|如需|如有|若有|建议|欢迎|感谢|点击|具体|一切|内容以|准确信息).{1,40}',
    '(?:并?不|无法|尚?未|并未|难以|勿|非|并非|不是|不能|不得).{1,40}',
    '(?:具体|一切|内容|信息)?[请以].{1,30}为准',
    '据此.{1,20}|.{0,8}风险.{0,8}',
    '(?:可能|或|难免|也许|会).{1,40}',
    '(?:[已均并且后再最终但仍也都]|并已|同时|且已|最后|内容){0,2}(?:经过?|由|通过)?.{0,16}(?:审[核校阅定]|校[对验]|编辑|修[改订]|核[对实查]|复核|润色|整理|把关|调整|后期|加工|完善|处理|撰写|负责|策划).{0,14}',
    '.{0,12}(?:准确性|真实性|完整性|观点|立场|版权|转载|侵权|责任|隐私).{0,40}',
    '.{0,8}(?:无关|虚构|雷同|巧合|示意图|效果图|概念图|想象图)',
    '(?:图|文|模型|工具|版本|日期|时间|更新于?|作者|编辑|来源|提示词|责编|审核|策划|供图|制图|制作|绘图)[:/].{1,40}',
    '(?:由|使用|通过|借助)?(?:模型|工具)?(?:[a-z][a-z0-9 .+-]{0,30}|豆包|即梦|千问|可灵|元宝|文心一言|星火)(?:ai)?(?:提供|驱动|支持|生成|绘制)?',
    '(?:20)?\\d{2}[-/.年].{0,20}',
  ].join('|')})$`,
  'u',
);
