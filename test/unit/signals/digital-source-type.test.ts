import { describe, expect, it } from 'vitest';
import { readSourceType, SOURCE_TYPES } from '../../../lib/signals/digital-source-type';

const FULL = { kind: 'ai', state: 'confirmed', extent: 'full' };
const PARTIAL = { kind: 'ai', state: 'confirmed', extent: 'partial' };

describe('readSourceType', () => {
  it.each([
    'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    ' http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia \n',
    'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/',
    'http://cv.iptc.org/newscodes/digitalsourcetype/TrainedAlgorithmicMedia',
    'trainedAlgorithmicMedia',
    'TrainedAlgorithmicMedia',
    'digsrctype:trainedAlgorithmicMedia',
  ])('reads %j as fully AI-made', (text) => {
    expect(readSourceType(text)).toEqual({ code: 'trainedAlgorithmicMedia', states: FULL });
  });

  it.each([
    ['compositeWithTrainedAlgorithmicMedia', PARTIAL],
    ['compositeSynthetic', PARTIAL],
    ['trainedAlgorithmicData', { kind: 'ai', state: 'confirmed', extent: 'unknown' }],
    ['digitalCapture', { kind: 'captured' }],
    ['computationalCapture', { kind: 'captured' }],
    ['compositeCapture', { kind: 'captured' }],
    ['algorithmicMedia', { kind: 'other' }],
    ['algorithmicallyEnhanced', { kind: 'other' }],
    ['composite', { kind: 'other' }],
    ['print', { kind: 'other' }],
    ['humanEdits', { kind: 'other' }],
  ])('reads %s', (code, states) => {
    expect(readSourceType(`http://cv.iptc.org/newscodes/digitalsourcetype/${code}`)).toEqual({
      code,
      states,
    });
  });

  it.each(['empty', 'trainedAlgorithmicData'])('reads %s of c2pa.org', (code) => {
    expect(readSourceType(`http://c2pa.org/digitalsourcetype/${code}`)?.code).toBe(code);
  });

  it.each([
    '',
    'not trainedAlgorithmicMedia',
    'http://example.com/trainedAlgorithmicMedia',
    'trainedAlgorithmicMediaX',
    '__proto__',
    'constructor',
    'a'.repeat(100_000),
  ])('takes nothing else for a source type (%#)', (text) => {
    expect(readSourceType(text)).toBeUndefined();
  });

  it('spells every code of its own table', () => {
    for (const type of SOURCE_TYPES) expect(readSourceType(type.code)).toEqual(type);
  });
});
