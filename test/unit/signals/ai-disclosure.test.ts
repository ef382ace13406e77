import { describe, expect, it } from 'vitest';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { readAiDisclosure } from '../../../lib/signals/ai-disclosure';
import aiDisclosure from '../../../lib/signals/detectors/ai-disclosure';
import type { Statement } from '../../../lib/signals/finding';
import { combine } from '../../../lib/verdict/combine';
import { factsWith, field } from '../../support/signals/fields';

const GENERATED: Statement = { kind: 'ai', state: 'possible', extent: 'full' };
const ASSISTED: Statement = { kind: 'ai', state: 'possible', extent: 'partial' };

describe('readAiDisclosure', () => {
  it.each([
    'ai-autonomous',
    'ai-generated',
    'autonomous',
    'machine-generated',
    'ai-originated',
    ' AI-Generated\n',
  ])('takes %j for generated', (value) => expect(readAiDisclosure(value)).toEqual(GENERATED));

  it.each(['ai-assisted', 'ai-modified', 'mixed'])('takes %j for assisted', (value) =>
    expect(readAiDisclosure(value)).toEqual(ASSISTED),
  );

  it.each(['human-only', 'none'])('takes %j for a declaration that is no evidence', (value) =>
    expect(readAiDisclosure(value)).toEqual({ kind: 'other' }),
  );

  it.each(['', 'yes', 'ai', 'ai-generated,none', `none${' '.repeat(80)}`])('does not know %j', (value) =>
    expect(readAiDisclosure(value)).toBe(undefined),
  );
});

describe('ai-disclosure', () => {
  const detect = (element: string, value: string) => {
    const one = field('document/ai-disclosure', value);
    const facts = factsWith({ ...one, place: { path: ['HTML', element, 'ai-disclosure'], offset: 9 } });
    return aiDisclosure.detect(facts, loadRuleBook());
  };

  it('speaks for the document in meta, html and body, and for part of it elsewhere', () => {
    for (const element of ['meta', 'html', 'body'])
      expect(detect(element, 'ai-generated')[0]?.states).toEqual(GENERATED);
    expect(detect('article', 'ai-generated')[0]?.states).toEqual({ ...GENERATED, extent: 'partial' });
  });

  it('shows the model and provider that stand beside it, of its own element only', () => {
    const at = (element: string, name: string, value: string) => ({
      ...field(`document/${name}`, value),
      place: { path: ['HTML', element, name], offset: 9 },
    });
    const facts = factsWith(
      at('meta', 'ai-model', 'm1'),
      at('meta', 'ai-disclosure', 'mixed'),
      at('article', 'ai-disclosure', 'ai-generated'),
      at('article', 'ai-model', 'm2'),
      at('article', 'ai-provider', 'p2'),
      at('article', 'ai-disclosure', 'none'),
    );
    const rows = aiDisclosure.detect(facts, loadRuleBook()).map((finding) => finding.rows?.slice(1));
    expect(rows).toEqual([
      [{ name: 'ai-model', value: 'm1' }],
      [
        { name: 'ai-model', value: 'm2' },
        { name: 'ai-provider', value: 'p2' },
      ],
      [],
    ]);
  });

  it('shows the value and where it stands', () => {
    expect(detect('meta', 'ai-assisted')).toEqual([
      {
        signal: 'ai-disclosure',
        place: { path: ['HTML', 'meta', 'ai-disclosure'], offset: 9 },
        raw: 'ai-assisted',
        states: ASSISTED,
        assurance: 'unsigned',
        remarks: [],
        rows: [{ name: 'ai-disclosure', value: 'ai-assisted' }],
      },
    ]);
  });

  it('shows declarations of human work and unknown values, and no verdict rests on them', () => {
    const [human, unknown] = [detect('meta', 'human-only'), detect('p', 'maybe')];
    expect([human[0]?.states, unknown[0]?.states]).toEqual([{ kind: 'other' }, { kind: 'nothing' }]);
    expect(combine([...human, ...unknown], ['ai-disclosure']).kind).toBe('no-label');
  });

  it('looks at documents only', () => {
    expect(
      aiDisclosure.detect(factsWith(field('png-text/ai-disclosure', 'ai-generated')), loadRuleBook()),
    ).toEqual([]);
  });
});
