import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/facts/media-facts';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import iptc from '../../../lib/signals/detectors/iptc';
import { factsWith, field } from '../../support/signals/fields';

const RULES = loadRuleBook();
const EXT = 'xmp/{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}';
const CREDIT = 'xmp/{http://ns.adobe.com/photoshop/1.0/}Credit';
const CV = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const detect = (...fields: readonly Field[]) => iptc.detect(factsWith(...fields), RULES);

describe('iptc DigitalSourceType', () => {
  it('becomes a whole finding', () => {
    expect(detect(field(`${EXT}DigitalSourceType`, `${CV}trainedAlgorithmicMedia`, 7))).toEqual([
      {
        signal: 'iptc',
        place: {
          path: ['FILE', '{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType'],
          offset: 7,
        },
        raw: `${CV}trainedAlgorithmicMedia`,
        states: { kind: 'ai', state: 'confirmed', extent: 'full' },
        assurance: 'unsigned',
        remarks: [],
        rows: [{ name: 'DigitalSourceType', value: 'trainedAlgorithmicMedia' }],
      },
    ]);
  });

  it.each([
    ['compositeWithTrainedAlgorithmicMedia', { kind: 'ai', state: 'confirmed', extent: 'partial' }],
    ['compositeSynthetic', { kind: 'ai', state: 'confirmed', extent: 'partial' }],
    ['algorithmicMedia', { kind: 'other' }],
    ['composite', { kind: 'other' }],
    ['digitalCapture', { kind: 'captured' }],
    ['somethingElse', { kind: 'nothing' }],
  ])('reads %s', (code, states) => {
    expect(detect(field(`${EXT}DigitalSourceType`, CV + code))[0]?.states).toEqual(states);
  });

  it('shows an unknown code as found, without a row', () => {
    const [finding] = detect(field(`${EXT}DigitalSourceType`, 'robots'));
    expect([finding?.raw, finding?.rows]).toEqual(['robots', undefined]);
  });

  it('is read under its deprecated name', () => {
    const [finding] = detect(field(`${EXT}DigitalSourcefileType`, 'trainedAlgorithmicMedia'));
    expect(finding?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'full' });
  });

  it('is not read in other namespaces, other languages or when empty', () => {
    expect(
      detect(
        field('xmp/{http://example.com/}DigitalSourceType', `${CV}trainedAlgorithmicMedia`),
        field('png-text/DigitalSourceType', `${CV}trainedAlgorithmicMedia`),
        field(`${EXT}DigitalSourceType`, ' '),
      ),
    ).toEqual([]);
  });
});

describe('iptc AI properties of 2025.1', () => {
  it('become one finding with a row each', () => {
    const found = detect(
      field(`${EXT}AIPromptWriterName`, 'Li Na'),
      field(`${EXT}AIPromptInformation`, 'a <b>lighthouse</b>'),
      field(`${EXT}AISystemVersionUsed`, '2.1'),
      field(`${EXT}AISystemUsed`, 'Demo Draw'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.raw).toBe('Demo Draw');
    expect(found[0]?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'unknown' });
    expect(found[0]?.rows).toEqual([
      { name: 'AISystemUsed', value: 'Demo Draw' },
      { name: 'AIPromptInformation', value: 'a <b>lighthouse</b>' },
      { name: 'AISystemVersionUsed', value: '2.1' },
      { name: 'AIPromptWriterName', value: 'Li Na' },
    ]);
  });

  it('say nothing by version, writer or emptiness alone', () => {
    expect(
      detect(
        field(`${EXT}AISystemVersionUsed`, '2.1'),
        field(`${EXT}AIPromptWriterName`, 'Li Na'),
        field(`${EXT}AISystemUsed`, ''),
      ),
    ).toEqual([]);
  });
});

describe('iptc credit lines', () => {
  it.each([
    [CREDIT, 'Made with Google AI', 'full'],
    ['iim/2:110', 'Made with Google AI', 'full'],
    [CREDIT, 'Edited with Google AI', 'partial'],
    [CREDIT, 'AI-Generated with Google Photos', 'full'],
    [CREDIT, ' Apple Photos Clean Up ', 'partial'],
  ])('%s = %j is a trace', (ref, value, extent) => {
    const [finding] = detect(field(ref, value));
    expect(finding?.states).toEqual({ kind: 'ai', state: 'suspected', extent });
    expect(finding?.rows).toEqual([{ name: 'Credit', value: value.trim() }]);
  });

  it.each([
    [CREDIT, 'made with google ai'],
    [CREDIT, 'Not made with Google AI'],
    [CREDIT, 'Big Newspaper'],
    ['iim/2:120', 'Made with Google AI'],
    ['exif/Artist', 'Made with Google AI'],
  ])('%s = %j is none', (ref, value) => {
    expect(detect(field(ref, value))).toEqual([]);
  });
});
