import { describe, expect, it } from 'vitest';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { detectAll, SIGNAL_IDS } from '../../../lib/signals/registry';
import { MAX_FINDINGS } from '../../../lib/signals/signal-limits';
import { factsWith, field } from '../../support/signals/fields';

const RULES = loadRuleBook();
const SOURCE_TYPE = 'xmp/{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType';
const CREDIT = field('iim/2:110', 'Made with Google AI');

describe('detectAll', () => {
  it('knows every signal of the first skeleton', () => {
    expect(SIGNAL_IDS).toEqual(['ai-disclosure', 'c2pa', 'gb45438', 'generators', 'iptc', 'schema-org']);
  });

  it('gathers the findings of all signals', () => {
    const found = detectAll(
      factsWith(
        field(SOURCE_TYPE, 'trainedAlgorithmicMedia'),
        field('png-text/AIGC', '{"Label":"1"}'),
        field('exif/Make', 'Ideogram AI'),
      ),
      RULES,
    );
    expect(found.map(({ signal }) => signal)).toEqual(['gb45438', 'generator:ideogram', 'iptc']);
  });

  it('gives no more findings than the limit', () => {
    const many = (count: number) => factsWith(...Array.from({ length: count }, () => CREDIT));
    expect(detectAll(many(MAX_FINDINGS), RULES)).toHaveLength(MAX_FINDINGS);
    expect(detectAll(many(MAX_FINDINGS + 1), RULES)).toHaveLength(MAX_FINDINGS);
  });

  it('gives findings that survive JSON', () => {
    const found = detectAll(factsWith(field('png-text/AIGC', '{"Label":"1","__proto__":"x"}')), RULES);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
