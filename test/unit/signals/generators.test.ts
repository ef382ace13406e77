import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/facts/media-facts';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import generators from '../../../lib/signals/detectors/generators';
import { MAX_PROMPT_CHARS, MAX_ROWS } from '../../../lib/signals/signal-limits';
import { factsWith, field } from '../../support/signals/fields';

const RULES = loadRuleBook();
const detect = (...fields: readonly Field[]) => generators.detect(factsWith(...fields), RULES);
const ids = (...fields: readonly Field[]) => detect(...fields).map(({ signal }) => signal);
const INFOTEXT =
  'a boat\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 512x512';
const GRAPH = '{"3":{"class_type":"KSampler","inputs":{"seed":42}}}';

describe('generators', () => {
  it('gives one whole finding with its evidence', () => {
    expect(detect(field('png-text/parameters', INFOTEXT, 33))).toEqual([
      {
        signal: 'generator:a1111',
        place: { path: ['FILE', 'parameters'], offset: 33 },
        raw: INFOTEXT,
        states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
        assurance: 'unsigned',
        remarks: [],
        generator: {
          tool: 'Stable Diffusion WebUI (A1111)',
          prompt: 'a boat',
          negativePrompt: 'blur',
          seed: '42',
          steps: '20',
          sampler: 'Euler a',
          guidance: '7',
          size: '512x512',
        },
      },
    ]);
  });

  it.each([
    ['Version: v1.10.1', 'a1111'],
    ['Version: f2.0.1v1.10.1-previous-635-gf5330788', 'forge'],
    ['Version: f1.0.0v2-v1.10.1RC-latest-2498-g5120e679', 'reforge'],
    ['Version: f0.0.17-v1.10.1', 'easy-reforge'],
    ['Version: classic', 'forge-classic'],
    ['Version: neo', 'forge-neo'],
    ['App: SD.Next, Version: 56a8aea', 'sd-next'],
    ['Version: Fooocus v2.5.0', 'fooocus'],
    ['Civitai resources: [{"type":"checkpoint"}]', 'civitai'],
  ])('tells %s apart, one finding each', (tail, id) => {
    expect(ids(field('exif/UserComment', `${INFOTEXT}, ${tail}`))).toEqual([`generator:${id}`]);
  });

  it.each([
    ['PNG prompt', [field('png-text/prompt', GRAPH)]],
    ['PNG workflow alone', [field('png-text/workflow', '{"nodes":[{"type":"KSampler"}]}')]],
    ['WebP Model', [field('exif/Model', `prompt:${GRAPH}`)]],
    ['WebP Make', [field('exif/Make', 'workflow:{"nodes":[{"type":"KSampler"}]}')]],
    ['save-image-extended', [field('exif/ImageDescription', 'Workflow: {"nodes":[{"type":"KSampler"}]}')]],
    ['UserComment with both', [field('exif/UserComment', `{"prompt":${GRAPH},"workflow":{"nodes":[]}}`)]],
    ['UserComment with the graph as text', [field('exif/UserComment', JSON.stringify({ prompt: GRAPH }))]],
    ['a graph with NaN', [field('png-text/prompt', '{"3":{"class_type":"X","is_changed":[NaN]}}')]],
  ])('sees ComfyUI in %s', (_, fields) => {
    expect(ids(...fields)).toEqual(['generator:comfyui']);
  });

  it('keeps the workflow of InvokeAI, or the graph where it is the only one', () => {
    const metadata = field('png-text/invokeai_metadata', '{"positive_prompt":"a boat"}');
    const graph = field('png-text/invokeai_graph', '{"nodes":{"1":{"type":"noise"}}}');
    const workflow = field('png-text/invokeai_workflow', '{"nodes":[]}');
    expect(detect(metadata, graph, workflow)[0]?.generator?.workflow).toBe('{"nodes":[]}');
    expect(detect(metadata, graph)[0]?.generator?.workflow).toBe('{"nodes":{"1":{"type":"noise"}}}');
  });

  it('sees two tools where two left their traces', () => {
    expect(ids(field('png-text/parameters', INFOTEXT), field('png-text/prompt', GRAPH))).toEqual([
      'generator:a1111',
      'generator:comfyui',
    ]);
  });

  it.each([
    [
      'bare keys',
      [
        field('png-text/prompt', 'a boat'),
        field('png-text/parameters', 'none'),
        field('png-text/Comment', '{}'),
        field('png-text/Software', 'GIMP'),
      ],
    ],
    [
      'A1111 extras',
      [
        field('png-text/postprocessing', 'Postprocess upscale by: 4'),
        field('png-text/extras', 'Postprocess'),
      ],
    ],
    ['steps without a sampler', [field('png-text/parameters', 'a boat\nSteps: 20, Seed: 42')]],
    [
      'a camera',
      [field('exif/Make', 'SONY'), field('exif/Model', 'ILCE-7M4'), field('exif/Software', 'v1.00')],
    ],
    ['a signature without the UUID', [field('exif/ImageDescription', `Signature: ${'A'.repeat(80)}`)]],
    ['an artist called ai', [field('exif/Artist', 'ai')]],
    ['Dream as a title', [field('png-text/Dream', '"The Dream" by H. Rousseau')]],
  ])('never fires on %s', (_, fields) => {
    expect(ids(...fields)).toEqual([]);
  });
});

describe('generators and hostile values', () => {
  it('bounds what it keeps', () => {
    const settings = Array.from({ length: 500 }, (_, index) => `Key${index}: v`).join(', ');
    const value = `${'p'.repeat(100_000)}\nSteps: 20, Sampler: Euler a, ${settings}`;
    const [finding] = detect(field('png-text/parameters', value));
    expect(finding?.raw).toHaveLength(64 * 1024);
    expect(finding?.generator?.prompt).toHaveLength(MAX_PROMPT_CHARS);
    expect(finding?.generator?.others).toHaveLength(MAX_ROWS - 2);
  });

  it('keeps HTML as text', () => {
    const [finding] = detect(
      field('png-text/parameters', `<script>alert(1)</script>\nSteps: 1, Sampler: <b>`),
    );
    expect(finding?.generator?.prompt).toBe('<script>alert(1)</script>');
    expect(finding?.generator?.sampler).toBe('<b>');
  });

  it('survives __proto__, deep nesting and broken JSON', () => {
    const deep = '{"a":'.repeat(50_000);
    expect(ids(field('png-text/prompt', '{"__proto__":{"class_type":"X"}}'))).toEqual(['generator:comfyui']);
    expect(ids(field('png-text/prompt', deep), field('exif/UserComment', deep))).toEqual([]);
    expect(ids(field('png-text/prompt', `${GRAPH}}`))).toEqual([]);
  });
});
