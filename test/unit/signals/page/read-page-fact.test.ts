import { describe, expect, it } from 'vitest';
import { fileText } from '../../../../lib/bytes/file-text';
import type { PageFact } from '../../../../lib/facts/page-facts';
import { readJsonLdFact } from '../../../../lib/signals/page/json-ld';
import { readPageFact } from '../../../../lib/signals/page/read-page-fact';

type Kind = PageFact extends infer F ? (F extends PageFact ? Omit<F, 'value' | 'path'> : never) : never;
const fact = (kind: Kind, value: string, path: readonly string[] = ['article']) =>
  ({ ...kind, path, value: fileText(value) }) as PageFact;
const read = (kind: Kind, value: string, path?: readonly string[]) => readPageFact(fact(kind, value, path));
const AI = (state: string, extent: string) => ({ kind: 'ai', state, extent });

describe('marks', () => {
  it('are findings with their words as evidence, placed on the page', () => {
    expect(read({ kind: 'mark', place: 'end' }, '（内容由AI生成，仅供参考）', ['article', 'p'])).toEqual([
      {
        signal: 'visible-mark',
        place: { path: ['page', 'article', 'p'] },
        raw: '（内容由AI生成，仅供参考）',
        states: AI('suspected', 'full'),
        assurance: 'unsigned',
        remarks: [],
      },
    ]);
  });

  it('of a picture count in its caption, and not in comments', () => {
    const mark = { kind: 'mark', place: 'beside' } as const;
    expect(read(mark, 'AI生成图片')).toEqual([]);
    expect(read(mark, 'AI生成图片', ['figure', 'figcaption'])[0]?.states).toEqual(AI('suspected', 'full'));
    expect(read(mark, '此图由AI生成', ['figure'])[0]?.states).toEqual(AI('possible', 'full'));
    expect(read(mark, '此图由AI生成', ['comment', 'p'])).toEqual([]);
    expect(read(mark, 'AI生成', ['comment', 'p'])).toEqual([]);
    expect(read({ kind: 'mark', place: 'end' }, '内容由AI生成，仅供参考', ['comment', 'p'])).toHaveLength(1);
    expect(read(mark, '本回答由AI生成', ['comment', 'p'])[0]?.states).toEqual(AI('possible', 'full'));
  });
});

describe('JSON-LD', () => {
  const source = 'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
  const text = JSON.stringify([
    { '@type': 'ImageObject', contentUrl: '/a.png', digitalSourceType: source },
    { '@type': 'Article', digitalSourceType: 'https://schema.org/DigitalCaptureDigitalSource' },
    { digitalSourceType: 'something else' },
  ]);

  it('says what each source type is about', () => {
    const stated = readJsonLdFact(fact({ kind: 'json-ld' }, text));
    expect(stated.map(({ url, type, finding }) => [url, type, finding.states])).toEqual([
      ['/a.png', 'ImageObject', AI('possible', 'full')],
      [undefined, 'Article', { kind: 'captured' }],
      [undefined, undefined, { kind: 'nothing' }],
    ]);
    expect(stated[0]?.finding.rows).toEqual([
      { name: 'digitalSourceType', value: 'trainedAlgorithmicMedia' },
      { name: '@type', value: 'ImageObject' },
      { name: 'url', value: '/a.png' },
    ]);
    expect(read({ kind: 'json-ld' }, text)).toEqual(stated.map(({ finding }) => finding));
  });

  it.each(['', '{', '{"digitalSourceType":', 'null', '[[[['])('of %j is nothing', (broken) =>
    expect(read({ kind: 'json-ld' }, broken)).toEqual([]),
  );

  it('is bounded by number and depth', () => {
    const one = `{"digitalSourceType":"${source}"}`;
    expect(read({ kind: 'json-ld' }, `[${Array(10_000).fill(one).join(',')}]`)).toHaveLength(32);
    expect(read({ kind: 'json-ld' }, `${'['.repeat(1_000_000)}${one}`)).toEqual([]);
  });
});

describe('source types and disclosures', () => {
  it('of microdata and RDFa are declarations', () => {
    const [microdata] = read(
      { kind: 'source-type', how: 'microdata' },
      ' TrainedAlgorithmicMediaDigitalSource ',
    );
    expect(microdata?.states).toEqual(AI('possible', 'full'));
    expect(read({ kind: 'source-type', how: 'rdfa' }, 'schema:Nonsense')[0]?.states).toEqual({
      kind: 'nothing',
    });
  });

  it.each([
    ['ai-autonomous', AI('possible', 'full')],
    [' AI-Assisted ', AI('possible', 'partial')],
    ['human-only', { kind: 'other' }],
    ['yes', { kind: 'nothing' }],
  ])('attribute %j', (value, states) =>
    expect(read({ kind: 'ai-disclosure', how: 'attribute' }, value)[0]?.states).toEqual(states),
  );

  it('of a header have their members', () => {
    const header = 'mode=ai-originated, model="gpt-4, turbo", provider=OpenAI, x=y';
    const [finding] = read({ kind: 'ai-disclosure', how: 'header' }, header);
    expect(finding?.states).toEqual(AI('possible', 'full'));
    expect(finding?.rows).toEqual([
      { name: 'mode', value: 'ai-originated' },
      { name: 'model', value: 'gpt-4, turbo' },
      { name: 'provider', value: 'OpenAI' },
    ]);
    expect(read({ kind: 'ai-disclosure', how: 'header' }, 'mode=none')[0]?.states).toEqual({ kind: 'other' });
    expect(read({ kind: 'ai-disclosure', how: 'header' }, 'a='.repeat(500_000))[0]?.states).toEqual({
      kind: 'nothing',
    });
  });
});

it('leaves texts that take the readers of files, and platforms, to others', () => {
  expect(read({ kind: 'front-matter' }, '---\nAIGC: {"Label":"1"}\n---')).toEqual([]);
  expect(read({ kind: 'text-manifest' }, 'x')).toEqual([]);
  expect(read({ kind: 'platform', rule: 'weibo', row: 'a' }, 'x')).toEqual([]);
});
