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

describe('gb45438 in the tags of video files', () => {
  const FIELDS = { Label: '1', ContentProducer: CODE, ProduceID: 'p-1' };

  it.each([
    ['mp4-tag/AIGC', LABEL],
    ['mp4-tag/AIGC', `{"AIGC":${LABEL}}`],
    ['mp4-tag/com.example.aigc', LABEL],
    ['mp4-tag/comment', `{"AIGC":${LABEL}}`],
  ])('reads %s', (ref, value) => {
    expect(labels(field(ref, value))).toEqual([FIELDS]);
  });

  it('reads a whole bare label in a tag without a name of its own', () => {
    for (const ref of ['mp4-tag/#1', 'mp4-tag/©cmt', 'mp4-tag/----'])
      expect(labels(field(ref, ` ${LABEL}`))).toEqual([FIELDS]);
  });

  it('takes other JSON in such a tag for none', () => {
    for (const value of [
      '{"Label":"1"}',
      '{"Label":"1","ProduceID":"p"}',
      `text ${LABEL}`,
      '{"aigc_label_type":1}',
    ])
      expect(labels(field('mp4-tag/#1', value))).toEqual([]);
    expect(labels(field('mp4-tag/AigcInfo', '{"aigc_label_type":1}'))).toEqual([]);
  });
});

describe('generators in the tags of video files', () => {
  it.each([
    ['mp4-tag/prompt', GRAPH],
    ['mp4-tag/workflow', WORKFLOW],
    ['mp4-tag/comment', `{"prompt":${GRAPH}}`],
    ['mp4-tag/©cmt', `{"workflow":${WORKFLOW}}`],
    ['mp4-tag/comment', JSON.stringify({ prompt: GRAPH, workflow: WORKFLOW })],
  ])('tells ComfyUI by %s', (ref, value) => {
    expect(tools(field(ref, value))).toEqual(['generator:comfyui']);
  });

  it('stays silent for the names alone', () => {
    expect(
      tools(
        field('mp4-tag/prompt', 'a cat'),
        field('mp4-tag/comment', '{"prompt":"a cat"}'),
        field('mp4-tag/©too', 'Lavf58.45.100'),
      ),
    ).toEqual([]);
  });

  it('reads the parameters of the graph', () => {
    const sampler = '{"class_type":"KSampler","inputs":{"seed":42,"steps":20,"positive":["6",0]}}';
    const value = JSON.stringify({ prompt: `{"3":${sampler}}` });
    const [finding] = generators.detect(factsWith(field('mp4-tag/comment', value)), RULES);
    expect(finding?.generator).toMatchObject({ tool: 'ComfyUI', seed: '42', steps: '20' });
  });
});
