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
    ['TrainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
    ['CompositeWithTrainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia'],
    ['CompositeSynthetic', 'compositeSynthetic'],
    ['AlgorithmicMedia', 'algorithmicMedia'],
    ['AlgorithmicallyEnhanced', 'algorithmicallyEnhanced'],
    ['Composite', 'composite'],
    ['CompositeCapture', 'compositeCapture'],
    ['DataDrivenMedia', 'dataDrivenMedia'],
    ['DigitalArt', 'digitalArt'],
    ['DigitalCapture', 'digitalCapture'],
    ['MinorHumanEdits', 'minorHumanEdits'],
    ['MultiFrameComputationalCapture', 'computationalCapture'],
    ['NegativeFilm', 'negativeFilm'],
    ['PositiveFilm', 'positiveFilm'],
    ['Print', 'print'],
    ['ScreenCapture', 'screenCapture'],
    ['VirtualRecording', 'virtualRecording'],
  ])('reads the member %s of schema.org', (name, code) => {
    for (const prefix of ['https://schema.org/', 'http://schema.org/', 'schema:', ''])
      expect(readSourceType(`${prefix}${name}DigitalSource`)?.code).toBe(code);
  });

  it.each([
    '',
    'DigitalSource',
    'https://schema.org/trainedAlgorithmicMedia',
    'https://example.org/TrainedAlgorithmicMediaDigitalSource',
    'https://schema.org/MultiFrameComputationalCapture',
    'not trainedAlgorithmicMedia',
    'http://example.com/trainedAlgorithmicMedia',
    'trainedAlgorithmicMediaX',
    '__proto__',
    'constructor',
    'a'.repeat(100_000),
  ])('takes nothing else for a source type (%#)', (text) => {
    expect(readSourceType(text)).toBeUndefined();
  });

  it('knows the whole vocabulary of IPTC (2024-10-23) with what was retired, and both codes of c2pa.org', () => {
    expect(SOURCE_TYPES.map(({ code }) => code).sort()).toEqual([
      'algorithmicMedia',
      'algorithmicallyEnhanced',
      'composite',
      'compositeCapture',
      'compositeSynthetic',
      'compositeWithTrainedAlgorithmicMedia',
      'computationalCapture',
      'dataDrivenMedia',
      'digitalArt',
      'digitalCapture',
      'digitalCreation',
      'empty',
      'humanEdits',
      'minorHumanEdits',
      'negativeFilm',
      'positiveFilm',
      'print',
      'screenCapture',
      'softwareImage',
      'trainedAlgorithmicData',
      'trainedAlgorithmicMedia',
      'virtualRecording',
    ]);
  });

  it('spells every code of its own table', () => {
    for (const type of SOURCE_TYPES) expect(readSourceType(type.code)).toEqual(type);
  });
});
