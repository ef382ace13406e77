import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/facts/media-facts';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import gb45438 from '../../../lib/signals/detectors/gb45438';
import generators from '../../../lib/signals/detectors/generators';
import { factsWith, field } from '../../support/signals/fields';

const RULES = loadRuleBook();
const CODE = '001191110102MACQD9K64010000';
const LABEL = `{"Label":"1","ContentProducer":"${CODE}","ProduceID":"p-1"}`;
const GRAPH = '{"3":{"class_type":"KSampler","inputs":{"seed":42}}}';
const WORKFLOW = '{"nodes":[{"type":"KSampler"}]}';

const labels = (...fields: readonly Field[]) =>
  gb45438.detect(factsWith(...fields), RULES).map(({ gb }) => gb?.fields);
const tools = (...fields: readonly Field[]) =>
  generators.detect(factsWith(...fields), RULES).map(({ signal }) => signal);

describe('gb45438 in the tags of sound and of video beside MP4', () => {
  const FIELDS = { Label: '1', ContentProducer: CODE, ProduceID: 'p-1' };

  it.each([
    'id3/TXXX:AIGC',
    'riff/AIGC',
    'vorbis/AIGC',
    'ebml/AIGC',
    'amf/AIGC',
    'ape/AIGC',
    'id3/COMM:aigc',
  ])('reads %s, bare and wrapped', (ref) => {
    expect(labels(field(ref, LABEL))).toEqual([FIELDS]);
    expect(labels(field(ref, `{"AIGC":${LABEL}}\0`))).toEqual([FIELDS]);
  });

  it.each(['id3/COMM', 'riff/ICMT', 'vorbis/COMMENT', 'ebml/COMMENT', 'amf/comment'])(
    'reads a wrapped or whole label in the comment %s',
    (ref) => {
      expect(labels(field(ref, `{"AIGC":${LABEL}}`))).toEqual([FIELDS]);
      expect(labels(field(ref, LABEL))).toEqual([FIELDS]);
    },
  );

  it.each(['{"Label":"1"}', 'a song labelled AIGC', '{"title":"AIGC"}'])(
    'takes %s in a comment for none',
    (value) => {
      expect(labels(field('id3/COMM', value), field('vorbis/COMMENT', value))).toEqual([]);
    },
  );
});

describe('generators in the tags of sound and of video beside MP4', () => {
  it.each([
    ['vorbis/PROMPT', GRAPH],
    ['vorbis/WORKFLOW', WORKFLOW],
    ['ebml/PROMPT', GRAPH],
    ['id3/TXXX:workflow', WORKFLOW],
    ['ebml/COMMENT', JSON.stringify({ prompt: GRAPH, workflow: WORKFLOW })],
    ['id3/COMM:description', `{"prompt":${GRAPH}}`],
    ['riff/ICMT', `{"workflow":${WORKFLOW}}`],
  ])('tells ComfyUI by %s', (ref, value) => {
    expect(tools(field(ref, value))).toEqual(['generator:comfyui']);
  });

  it.each([
    ['id3/COMM', 'made with suno; created=2026-05-01T09:30:00Z; id=0f7c2f6e'],
    ['id3/COMM:description', 'made with suno studio; created=2026-05-01'],
    ['id3/ID3v1:comment', 'made with suno; created=2026-0'],
    ['vorbis/DESCRIPTION', 'made with suno; created=2026-07-24T10:12:13Z; id=5cb1b5fe'],
    ['mp4-tag/©cmt', 'made with suno; created=2026-07-24T10:12:13Z'],
    ['mp4-tag/comment', 'made with suno studio; created=2026-07-24'],
    ['riff/ICMT', 'Made with Suno; created=2026-07-24'],
    ['id3/WOAS', 'https://suno.com/song/0f7c2f6e-4a1d-4f0c-9b52-3a0c6f1f8d11'],
  ])('tells Suno by %s', (ref, value) => {
    expect(tools(field(ref, value))).toEqual(['generator:suno']);
  });

  it('stays silent for names alone, and for what only mentions a generator', () => {
    const silent = [
      field('vorbis/PROMPT', 'a cat'),
      field('vorbis/COMMENT', 'made with suno'),
      field('id3/COMM', 'not made with suno'),
      field('id3/WOAS', 'https://suno.com/blog'),
      field('id3/TSSE', 'Lavf60.3.100'),
    ];
    expect(tools(...silent)).toEqual([]);
  });
});
