import { fileText } from '../../../lib/bytes/file-text';
import type { PageItem, TabPage } from '../../../lib/messages/page-items';
import type { Assurance, Finding, Remark, RemarkCode, Statement } from '../../../lib/signals/finding';
import type { GbLabel } from '../../../lib/signals/gb45438/label';
import type { Producer } from '../../../lib/signals/producers/producer';

import { checkOf, SAMPLE_HISTORIES } from './graphs';
import { wordItems } from './words';

/** Made-up items of every state for looking at views and testing what they compute. Codes are of the documented forms. */

const text = (value: string) => fileText(value);
const AI = (
  state: 'confirmed' | 'possible' | 'suspected',
  extent: 'full' | 'partial' | 'unknown',
): Statement => ({
  kind: 'ai',
  state,
  extent,
});
const remark = (code: RemarkCode, value?: string): Remark =>
  value === undefined ? { code } : { code, value: text(value) };

export const HOSTILE = '<img src=x onerror=alert(1)>';

export const doubao: Producer = {
  raw: text('001191110102MACQD9K64010000'),
  code: {
    format: '00',
    subjectType: '1',
    bindingType: '1',
    uscc: '91110102MACQD9K640',
    service: '1',
    model: '0000',
    checkDigit: 'passes',
  },
  company: {
    id: 'bytedance-doubao',
    name: { 'zh-CN': '北京抖音', en: 'ByteDance (Beijing)' },
    products: ['豆包'],
    source: 'gb45438 facts §9',
    checkedAt: '2026-11-21',
  },
};

export const forged: Producer = {
  raw: text('001161013359632517 1T1210000'.replace(' ', '')),
  code: {
    format: '00',
    subjectType: '1',
    bindingType: '1',
    uscc: '610133596325171T12',
    service: '1',
    model: '0000',
    checkDigit: 'fails',
  },
};

function gbLabel(label: string, producer: Producer, propagator?: Producer): GbLabel {
  const fields = {
    Label: text(label),
    ContentProducer: producer.raw,
    ProduceID: text('7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c'),
    ReservedCode1: text(
      '{"Type":"TC260PG","Version":1,"PubSD":[{"Type":"DS","AlgID":"1.2.156.10197.1.501"}]}',
    ),
    ...(propagator === undefined
      ? {}
      : { ContentPropagator: propagator.raw, PropagateID: text('7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c') }),
    ReservedCode2: text(''),
  };
  return { fields, others: [], producer, ...(propagator === undefined ? {} : { propagator }) };
}

function gbFinding(label: '1' | '2' | '3', gb: GbLabel, remarks: readonly Remark[] = []): Finding {
  const states = {
    '1': AI('confirmed', 'full'),
    '2': AI('possible', 'unknown'),
    '3': AI('suspected', 'unknown'),
  };
  return {
    signal: 'gb45438',
    place: { path: ['JPEG', 'APP1', 'XMP', 'TC260:AIGC'], offset: 1234 },
    raw: text(JSON.stringify({ AIGC: gb.fields })),
    states: states[label],
    assurance: 'unsigned',
    remarks,
    gb,
  };
}

function c2paFinding(assurance: Assurance, states: Statement): Finding {
  return {
    signal: 'c2pa',
    place: { path: ['JPEG', 'APP11', 'JUMBF', 'c2pa.actions.v2'], offset: 18_432 },
    raw: text('c2pa.created · http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'),
    states,
    assurance,
    remarks: [],
    rows: [
      { name: 'action', value: text('c2pa.created') },
      { name: 'digitalSourceType', value: text('trainedAlgorithmicMedia') },
      { name: 'claim_generator', value: text('Adobe Firefly') },
    ],
  };
}

const COMFY_WORKFLOW = JSON.stringify(
  Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      String(i),
      { class_type: i % 2 ? 'KSampler' : 'CLIPTextEncode', inputs: { seed: 7_391_023 + i, text: HOSTILE } },
    ]),
  ),
);

const comfy: Finding = {
  signal: 'generator:comfyui',
  place: { path: ['PNG', 'tEXt', 'prompt'], offset: 57 },
  raw: text(COMFY_WORKFLOW),
  states: AI('suspected', 'unknown'),
  assurance: 'unsigned',
  remarks: [],
  generator: {
    tool: 'ComfyUI',
    version: text('0.3.10'),
    model: text('sd_xl_base_1.0.safetensors'),
    prompt: text(
      `雪山脚下的藏式小院，清晨，薄雾，暖光，胶片质感 ${HOSTILE} a small courtyard below a snow mountain at dawn, thin mist, warm light, film grain, 35mm, shallow depth of field, highly detailed, masterpiece, best quality, cinematic composition, volumetric lighting`,
    ),
    negativePrompt: text('blurry, lowres, bad anatomy, watermark'),
    seed: text('739102384756'),
    steps: text('28'),
    sampler: text('dpmpp_2m · karras'),
    guidance: text('7.5'),
    size: text('1024 × 1536'),
    loras: [text('film_grain_v2 (0.8)'), text('tibet_style (0.6)')],
    others: [
      { name: text('denoise'), value: text('1.0') },
      { name: text('__proto__'), value: text('{"polluted":true}') },
    ],
    workflow: text(COMFY_WORKFLOW),
  },
};

const iptc: Finding = {
  signal: 'iptc',
  place: { path: ['WebP', 'XMP ', 'Iptc4xmpExt:DigitalSourceType'], offset: 40_210 },
  raw: text('http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia'),
  states: AI('confirmed', 'partial'),
  assurance: 'unsigned',
  remarks: [],
  rows: [{ name: 'DigitalSourceType', value: text('compositeWithTrainedAlgorithmicMedia') }],
};

type ItemInput = Pick<PageItem, 'id' | 'label'> & {
  readonly alt: string;
  readonly verdict: PageItem['inspection']['verdict'];
  readonly findings: readonly Finding[];
  readonly remarks?: readonly Remark[];
  readonly mediaUrl?: string;
  readonly pageShowsLabel?: NonNullable<PageItem['pageShowsLabel']>;
};

function item(
  pictures: string,
  { id, alt, label, verdict, findings, remarks = [], mediaUrl, pageShowsLabel }: ItemInput,
): PageItem {
  return {
    id,
    kind: 'image',
    mediaUrl: mediaUrl ?? `${pictures}/${id}.png`,
    pageUrl: 'https://news.example/story/42',
    alt: text(alt),
    label,
    ...(pageShowsLabel === undefined ? {} : { pageShowsLabel }),
    readAt: '2026-11-21T12:28:19+08:00',
    inspection: {
      container: id === 'comfy' ? 'png' : 'jpeg',
      verdict,
      findings,
      remarks,
      read: { state: id === 'forged' ? 'truncated' : 'complete', bytes: 18_944, reads: 2 },
    },
  };
}

const CREDENTIALS: { readonly [id: string]: NonNullable<PageItem['inspection']['credential']> } = {
  ...Object.fromEntries([...SAMPLE_HISTORIES].map(([id, history]) => [id, checkOf(history)])),
  elsewhere: { kind: 'elsewhere', url: text('https://manifests.example/a/b/c.c2pa') },
  checking: { kind: 'checking' },
  large: { kind: 'unchecked', why: 'too-large' },
  stopped: { kind: 'unchecked', why: 'checker-failed' },
};

/** Items whose Content Credentials are in every state; `changed` has no origin statement left. */
export function credentialItems(pictures = 'https://news.example/img'): readonly PageItem[] {
  return Object.entries(CREDENTIALS).map(([id, credential]) => {
    const finding = c2paFinding(
      credential.kind === 'checked' ? 'signed-listed' : 'pending',
      AI('confirmed', 'full'),
    );
    const broken = id === 'changed';
    const made = item(pictures, {
      id,
      alt: `credential ${id}`,
      label: broken
        ? { badge: 'broken', text: 'broken', pending: false }
        : { badge: 'confirmed', text: 'confirmed.full', pending: id === 'checking' },
      verdict: broken
        ? { kind: 'credential-broken', findings: [finding] }
        : { kind: 'ai', state: 'confirmed', extent: 'full', because: [finding], conflicts: [] },
      findings: [finding],
    });
    return { ...made, inspection: { ...made.inspection, credential } };
  });
}

/** Items of every state. `pictures` is the address their pictures stand under. */
export function sampleItems(pictures = 'https://news.example/img'): readonly PageItem[] {
  const gb1 = gbFinding('1', gbLabel('1', doubao, doubao));
  const c2pa = c2paFinding('signed-listed', AI('confirmed', 'full'));
  const wrong = gbFinding('1', gbLabel('1', forged), [
    remark('producer-check-digit', '610133596325171T12'),
    remark('gb-several-copies'),
    remark('gb-charset', '豆包 AI'),
  ]);
  const captured = c2paFinding('pending', { kind: 'captured' });
  return [
    item(pictures, {
      id: 'doubao',
      alt: '湖边的木屋',
      label: { badge: 'confirmed', text: 'confirmed.full', pending: false },
      verdict: { kind: 'ai', state: 'confirmed', extent: 'full', because: [gb1, c2pa], conflicts: [] },
      findings: [gb1, c2pa],
      pageShowsLabel: 'no',
    }),
    item(pictures, {
      id: 'partial',
      alt: '',
      label: { badge: 'confirmed', text: 'confirmed.partial', pending: true },
      verdict: { kind: 'ai', state: 'confirmed', extent: 'partial', because: [iptc], conflicts: [] },
      findings: [iptc],
    }),
    item(pictures, {
      id: 'declared',
      alt: 'A very long alternative text that goes on and on about what can be seen in the picture, all of it',
      label: { badge: 'possible', text: 'possible', pending: false },
      verdict: {
        kind: 'ai',
        state: 'possible',
        extent: 'unknown',
        because: [gbFinding('2', gbLabel('2', doubao))],
        conflicts: [],
      },
      findings: [gbFinding('2', gbLabel('2', doubao))],
    }),
    item(pictures, {
      id: 'comfy',
      alt: HOSTILE,
      label: { badge: 'suspected', text: 'suspected', pending: false },
      verdict: { kind: 'ai', state: 'suspected', extent: 'unknown', because: [comfy], conflicts: [] },
      findings: [comfy],
    }),
    item(pictures, {
      id: 'forged',
      alt: '编码校验不通过的一张',
      mediaUrl: 'blob:https://news.example/1',
      label: { badge: 'confirmed', text: 'confirmed.full', pending: false },
      verdict: { kind: 'ai', state: 'confirmed', extent: 'full', because: [wrong], conflicts: [captured] },
      findings: [wrong, captured],
      remarks: [remark('origin-contradiction'), remark('block-truncated')],
    }),
    item(pictures, {
      id: 'broken',
      alt: 'Edited after signing',
      label: { badge: 'broken', text: 'broken', pending: false },
      verdict: { kind: 'credential-broken', findings: [c2paFinding('signed-unlisted', { kind: 'nothing' })] },
      findings: [c2paFinding('signed-unlisted', { kind: 'nothing' })],
    }),
  ];
}

const platform = (rule: string, row: string, raw: string, state: 'confirmed' | 'suspected'): Finding => ({
  signal: `platform:${rule}`,
  place: { path: ['page', rule, 'text'] },
  raw: text(raw),
  states: AI(state, 'unknown'),
  assurance: 'platform',
  remarks: [],
  rows: [
    { name: 'platform', value: text(rule) },
    { name: 'row', value: text(row) },
  ],
});

/** An item that only its platform speaks of. */
function platformItems(pictures = 'https://news.example/img'): readonly PageItem[] {
  const found = platform('douyin', 'metadata', '作品含AI生成内容', 'confirmed');
  const suspected = platform('weibo', 'suspected', '疑似使用了AI生成技术，请谨慎甄别', 'suspected');
  return [
    item(pictures, {
      id: 'labelled',
      alt: '湖边的清晨',
      label: { badge: 'confirmed', text: 'confirmed.full', pending: false, saidBy: 'platform' },
      verdict: { kind: 'ai', state: 'confirmed', extent: 'unknown', because: [found], conflicts: [] },
      findings: [found, suspected],
    }),
  ];
}

const COUNTS: TabPage['counts'] = {
  labelled: 6,
  noLabel: 41,
  unreadable: 1,
  notChecked: { blocked: 3, 'private-network': 1 },
};

/** Pages of every kind, by name; `undefined` stands for a page that cannot be read. */
export function samplePages(pictures?: string): { readonly [name: string]: TabPage | undefined } {
  const page: TabPage = {
    tabId: 1,
    url: 'https://news.example/story/42',
    title: '新闻示例：湖边的木屋',
    paused: false,
    items: sampleItems(pictures),
    counts: COUNTS,
  };
  const none: TabPage['counts'] = { labelled: 0, noLabel: 0, unreadable: 0, notChecked: {} };
  return {
    rich: page,
    credentials: { ...page, items: credentialItems(pictures) },
    platforms: { ...page, items: platformItems(pictures) },
    words: { ...page, items: wordItems() },
    service: { ...page, url: 'https://www.doubao.com/chat/1', items: [], counts: none },
    document: { ...page, url: 'https://news.example/paper.pdf', items: [], counts: none },
    'no-labels': { ...page, items: [], counts: { ...COUNTS, labelled: 0 } },
    nothing: { ...page, items: [], counts: none },
    paused: { ...page, paused: true, items: [], counts: none },
    browser: undefined,
  };
}
