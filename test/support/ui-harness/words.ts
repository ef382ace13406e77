import { fileText } from '../../../lib/bytes/file-text';
import type { PageItem } from '../../../lib/messages/page-items';
import type { Finding } from '../../../lib/signals/finding';

/** Made-up items of what only a page says: a text, the page as a whole, and pictures whose file says otherwise or nothing. */

const said = (signal: Finding['signal'], path: readonly string[], raw: string): Finding => ({
  signal,
  place: { path: ['page', ...path] },
  raw: fileText(raw),
  states: { kind: 'ai', state: 'possible', extent: 'full' },
  assurance: signal.startsWith('platform:') ? 'platform' : 'unsigned',
  remarks: [],
});

type Rest = Partial<PageItem> & { readonly ofFile?: PageItem['inspection']['ofFile'] };

function item(
  id: string,
  finding: Finding,
  conflicts: readonly Finding[],
  { ofFile, ...rest }: Rest,
): PageItem {
  return {
    id,
    kind: 'image',
    mediaUrl: 'https://news.example/img/doubao.png',
    pageUrl: 'https://news.example/story/42',
    alt: fileText(''),
    label: { badge: 'possible', text: 'possible', pending: false },
    readAt: '2026-11-21T12:28:19+08:00',
    inspection: {
      container: 'unknown',
      verdict: { kind: 'ai', state: 'possible', extent: 'full', because: [finding], conflicts },
      findings: [finding, ...conflicts],
      remarks: [],
      read: { state: 'complete', bytes: 0, reads: 0 },
      ...(ofFile === undefined ? {} : { ofFile }),
    },
    ...rest,
  };
}

const camera: Finding = {
  signal: 'c2pa',
  place: { path: ['jpeg', 'APP11', 'c2pa'] },
  raw: fileText('digitalCapture'),
  states: { kind: 'captured' },
  assurance: 'signed-listed',
  remarks: [],
};

const EXCERPT =
  '内容由AI生成，仅供参考。湖面在清晨起了一层薄雾，码头边的船还没有出发。走在岸上的人放慢脚步，听见远处的钟声。';

/** A text, a page, and pictures of which only the page speaks. */
export function wordItems(): readonly PageItem[] {
  const mark = said('visible-mark', ['article', 'article', 'p'], '作者声明：内容由AI生成');
  const meta = said('ai-disclosure', ['meta[name="ai-disclosure"]'], 'ai-generated');
  const jsonLd = said(
    'schema-org',
    ['script[type="application/ld+json"]', 'ImageObject'],
    'TrainedAlgorithmicMedia',
  );
  return [
    item('text', mark, [], { kind: 'text', alt: fileText('码头边的船'), excerpt: fileText(EXCERPT) }),
    item('page', meta, [], { kind: 'page', alt: fileText('新闻示例：湖边的清晨'), excerpt: fileText('') }),
    item('unread', jsonLd, [], {
      alt: fileText('湖'),
      ofFile: { kind: 'not-checked', why: 'needs-sign-in' },
    }),
    item('camera', said('platform:douyin', ['douyin', 'text'], '作者声明：内容由AI生成'), [camera], {
      alt: fileText('岸'),
      ofFile: { kind: 'captured', because: [camera] },
    }),
  ];
}
