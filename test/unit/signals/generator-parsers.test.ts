import { describe, expect, it } from 'vitest';
import { readA1111 } from '../../../lib/signals/generator-parsers/a1111';
import { readComfyUi } from '../../../lib/signals/generator-parsers/comfyui';
import { readDream } from '../../../lib/signals/generator-parsers/dream';
import { splitSettings } from '../../../lib/signals/generator-parsers/infotext-settings';
import { readJsonPaths } from '../../../lib/signals/generator-parsers/json-paths';
import { readMidjourney } from '../../../lib/signals/generator-parsers/midjourney';
import { parseJson } from '../../../lib/signals/json/parse-json';
import { MAX_ROWS } from '../../../lib/signals/signal-limits';

describe('readA1111', () => {
  it('reads prompt lines, negative lines and settings', () => {
    expect(
      readA1111(
        'a boat, <lora:ink:0.8>\nsecond line\nNegative prompt: blur,\nnoise\nSteps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 5.5, Seed: 42, Size: 512x768, Model: demo, Lora hashes: "ink: abc, wash: def", Version: v1.10.1',
      ),
    ).toEqual({
      prompt: 'a boat, <lora:ink:0.8>\nsecond line',
      negativePrompt: 'blur,\nnoise',
      steps: '20',
      sampler: 'DPM++ 2M',
      guidance: '5.5',
      seed: '42',
      size: '512x768',
      model: 'demo',
      version: 'v1.10.1',
      loras: ['ink:0.8', 'wash (def)'],
      others: [{ name: 'Schedule type', value: 'Karras' }],
    });
  });

  it('reads settings without prompts, and prompts that mention steps', () => {
    expect(readA1111('Steps: 20, Sampler: Euler')).toEqual({ steps: '20', sampler: 'Euler' });
    expect(readA1111('Steps: of stone\nSteps: 9, Seed: 1')).toEqual({
      prompt: 'Steps: of stone',
      steps: '9',
      seed: '1',
    });
    expect(readA1111('Negative prompt: blur\nSteps: 9, Seed: 1')).toEqual({
      negativePrompt: 'blur',
      steps: '9',
      seed: '1',
    });
    expect(readA1111('a boat\r\nNegative prompt: blur\r\nSteps: 9, Seed: 1')).toEqual({
      prompt: 'a boat',
      negativePrompt: 'blur',
      steps: '9',
      seed: '1',
    });
  });

  it('gives nothing for other text', () => {
    expect(readA1111('a boat on a lake')).toEqual({});
    expect(readA1111('')).toEqual({});
  });
});

describe('readA1111 and the resources of Civitai', () => {
  const infotext = (resources: string, more = '') =>
    readA1111(
      `a boat\nSteps: 20, Sampler: Euler a${more}, Civitai resources: ${resources}, Civitai metadata: {}`,
    );

  it('takes model and LoRAs from them', () => {
    const resources =
      '[{"type":"checkpoint","modelVersionId":1,"modelName":"demo","modelVersionName":"v1"},{"type":"lora","weight":0.8,"modelName":"ink"}]';
    expect(infotext(resources)).toMatchObject({ model: 'demo (v1)', loras: ['ink:0.8'] });
  });

  it('keeps a model that the settings name themselves', () => {
    expect(infotext('[{"type":"checkpoint","modelName":"other"}]', ', Model: demo').model).toBe('demo');
  });

  it.each(['{"type":"checkpoint"}', '[{"type":"checkpoint"}]', '["checkpoint",1,null]', '[broken', 'none'])(
    'takes nothing from %s',
    (resources) => {
      const { model, loras } = infotext(resources);
      expect([model, loras]).toEqual([undefined, undefined]);
    },
  );
});

describe('splitSettings', () => {
  it('does not cut at commas in quotes and brackets', () => {
    expect(splitSettings('A: "x, \\"y\\", z", B: [{"n":"1, 2"},{}], C: {"k":[1,2]}, D: plain')).toEqual([
      { name: 'A', value: 'x, "y", z' },
      { name: 'B', value: '[{"n":"1, 2"},{}]' },
      { name: 'C', value: '{"k":[1,2]}' },
      { name: 'D', value: 'plain' },
    ]);
  });

  it('goes on behind a bracket that is never closed', () => {
    expect(splitSettings('A: [1, B: 2')).toEqual([
      { name: 'A', value: '[1' },
      { name: 'B', value: '2' },
    ]);
  });

  it('stops at the limit of rows', () => {
    expect(splitSettings('k: v,'.repeat(MAX_ROWS))).toHaveLength(MAX_ROWS);
    expect(splitSettings('k: v,'.repeat(MAX_ROWS + 1))).toHaveLength(MAX_ROWS);
  });
});

describe('readComfyUi', () => {
  const node = (type: string, inputs: object) => ({ class_type: type, inputs });
  const read = (graph: object) => {
    const { workflow, ...parsed } = readComfyUi([JSON.stringify(graph)]);
    expect(workflow).toBe(JSON.stringify(graph));
    return parsed;
  };

  it('follows a plain sampler to prompts, model, LoRAs and size', () => {
    expect(
      read({
        '1': node('KSampler', {
          seed: 7,
          steps: 20,
          cfg: 8.5,
          sampler_name: 'euler',
          model: ['5', 0],
          positive: ['2', 0],
          negative: ['3', 0],
          latent_image: ['4', 0],
        }),
        '2': node('CLIPTextEncode', { text: 'a boat' }),
        '3': node('CLIPTextEncode', { text: 'blur' }),
        '4': node('EmptyLatentImage', { width: 512, height: 768 }),
        '5': node('LoraLoader', { lora_name: 'ink.safetensors', strength_model: 0.8, model: ['6', 0] }),
        '6': node('CheckpointLoaderSimple', { ckpt_name: 'demo.safetensors' }),
      }),
    ).toEqual({
      prompt: 'a boat',
      negativePrompt: 'blur',
      model: 'demo.safetensors',
      seed: '7',
      steps: '20',
      guidance: '8.5',
      sampler: 'euler',
      size: '512x768',
      loras: ['ink.safetensors:0.8'],
    });
  });

  it('follows a sampler that is split into nodes', () => {
    expect(
      read({
        a: node('SamplerCustomAdvanced', {
          noise: ['b', 0],
          guider: ['c', 0],
          sampler: ['d', 0],
          sigmas: ['e', 0],
          latent_image: ['f', 0],
        }),
        b: node('RandomNoise', { noise_seed: 9 }),
        c: node('BasicGuider', { model: ['g', 0], conditioning: ['h', 0] }),
        d: node('KSamplerSelect', { sampler_name: 'euler' }),
        e: node('BasicScheduler', { steps: 4, model: ['g', 0] }),
        f: node('EmptySD3LatentImage', { width: 1024, height: 1024 }),
        g: node('UNETLoader', { unet_name: 'flux.safetensors' }),
        h: node('FluxGuidance', { guidance: 3.5, conditioning: ['i', 0] }),
        i: node('CLIPTextEncode', { text: 'a lake' }),
      }),
    ).toEqual({
      prompt: 'a lake',
      model: 'flux.safetensors',
      seed: '9',
      steps: '4',
      sampler: 'euler',
      size: '1024x1024',
    });
  });

  it('keeps to its side through a node that passes both on', () => {
    expect(
      read({
        s: node('KSampler', { positive: ['c', 0], negative: ['c', 1], latent_image: ['x', 0] }),
        c: node('ControlNetApplyAdvanced', { positive: ['p', 0], negative: ['n', 0] }),
        p: node('CLIPTextEncode', { text: ['t', 0] }),
        t: node('PrimitiveString', { value: 'a boat' }),
        n: node('CLIPTextEncode', { text: 'blur' }),
      }),
    ).toEqual({ prompt: 'a boat', negativePrompt: 'blur' });
  });

  it('ends on cycles, dangling links and graphs without a sampler', () => {
    expect(
      read({
        s: node('KSampler', {
          positive: ['s', 0],
          negative: ['q', 0],
          model: ['s', 0],
          latent_image: ['s', 0],
        }),
      }),
    ).toEqual({});
    expect(read({ s: node('LoadImage', { image: 'x.png' }) })).toEqual({});
    expect(readComfyUi(['{"s":{"class_type":"KSampler","inputs":null}}'])).toEqual({
      workflow: '{"s":{"class_type":"KSampler","inputs":null}}',
    });
  });

  it('prefers the graph of the editor as workflow', () => {
    const workflow = '{"nodes":[{"type":"KSampler"}]}';
    expect(readComfyUi([`workflow:${workflow}`, 'Prompt: {"1":{"class_type":"X","inputs":{}}}'])).toEqual({
      workflow,
    });
    expect(readComfyUi(['not JSON', '{', '[]'])).toEqual({});
  });
});

describe('readDream', () => {
  it('reads prompt and options; small s is not capital S', () => {
    expect(readDream('"a "red" boat [blur]" -s 50 -S 42 -W 512 -H 768 -C 7.5 -A k_lms -U 4 0.95')).toEqual({
      prompt: 'a "red" boat [blur]',
      steps: '50',
      seed: '42',
      size: '512x768',
      guidance: '7.5',
      sampler: 'k_lms',
    });
  });

  it('reads options written in one word with their values', () => {
    expect(readDream('"a boat" -s50 -S42 -W512 -H768 -C7.5 -Ak_lms')).toEqual({
      prompt: 'a boat',
      steps: '50',
      seed: '42',
      size: '512x768',
      guidance: '7.5',
      sampler: 'k_lms',
    });
  });

  it('gives nothing for other text', () => {
    expect(readDream('a boat -s 50')).toEqual({});
    expect(readDream('"a boat')).toEqual({});
  });
});

describe('readMidjourney', () => {
  it('reads prompt, parameters and job', () => {
    expect(
      readMidjourney('a boat --ar 4:3 --v 5.2 --seed 42 Job ID: 2b6e053b-9a65-4ca9-9e13-b6f4465164d4'),
    ).toEqual({
      prompt: 'a boat',
      version: '5.2',
      seed: '42',
      others: [
        { name: 'ar', value: '4:3' },
        { name: 'Job ID', value: '2b6e053b-9a65-4ca9-9e13-b6f4465164d4' },
      ],
    });
  });
});

describe('readJsonPaths', () => {
  it('takes the first path that leads to text, joins the size, gathers LoRAs', () => {
    const json = parseJson(
      '{"p":"","q":"a boat","w":512,"h":768,"l":[{"n":"ink"},{"n":"wash"}],"x":{"y":true}}',
    );
    expect(
      readJsonPaths(json, {
        parser: 'json-paths',
        in: ['png-text/x'],
        paths: { prompt: ['p', 'q'], seed: ['none'], width: ['w'], height: ['h'], loras: ['l.*.n'] },
        others: ['x.y', 'none'],
      }),
    ).toEqual({
      prompt: 'a boat',
      size: '512x768',
      loras: ['ink', 'wash'],
      others: [{ name: 'y', value: 'true' }],
    });
  });

  it('gives nothing where there is no JSON', () => {
    expect(
      readJsonPaths(undefined, { parser: 'json-paths', in: ['png-text/x'], paths: { prompt: ['p'] } }),
    ).toEqual({});
  });
});
