import { exifUnicodeComment } from '../writers/exif-unicode-comment';
import { palettePng } from '../writers/palette-png';
import { type PngTextChunk, pngText } from '../writers/png-text';
import { type Specimen, small, wide } from './specimen';

const TRACE = { kind: 'ai', state: 'suspected', extent: 'unknown' } as const;
const NOTE =
  'The tool itself did not make this picture: its text is set byte for byte as the tool writes it.';
const text = (keyword: string, value: string): PngTextChunk => ({ kind: 'tEXt', keyword, text: value });

const A1111 = `misty mountains at dawn, layered ridges, ink wash, soft light
Negative prompt: people, text, watermark, lowres
Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 3721904412, Size: 600x400, Model hash: 6ce0161689, Model: specimen-landscape_v10, Version: v1.9.4`;

const FORGE = `old town in the evening, paper lanterns, warm windows, <lora:specimen-night:0.6>
Negative prompt: cars, modern buildings
Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 1188402219, Size: 960x640, Model hash: 0000000000, Model: specimen-dev-fp8, Version: f2.0.1v1.10.1-previous-659-gc055f2d4, Module 1: ae`;

const HOSTILE = `<img src=x onerror="document.title='owned'"><script>alert(1)</script> "quoted" & {{braces}} \u202e
Negative prompt: <style>*{display:none}</style><b>bold</b>
Steps: 12, Sampler: Euler a, CFG scale: 7, Seed: 7, Size: 600x400, Model: <i>__proto__</i>, Version: v1.9.4`;

const COMFY_PROMPT = {
  3: {
    inputs: {
      seed: 982451653,
      steps: 24,
      cfg: 5.5,
      sampler_name: 'dpmpp_2m',
      scheduler: 'karras',
      denoise: 1,
      model: ['4', 0],
      positive: ['6', 0],
      negative: ['7', 0],
      latent_image: ['5', 0],
    },
    class_type: 'KSampler',
  },
  4: { inputs: { ckpt_name: 'specimen-xl-base.safetensors' }, class_type: 'CheckpointLoaderSimple' },
  5: { inputs: { width: 600, height: 400, batch_size: 1 }, class_type: 'EmptyLatentImage' },
  6: {
    inputs: { text: 'lotus pond from above, pale pink flowers', clip: ['4', 1] },
    class_type: 'CLIPTextEncode',
  },
  7: { inputs: { text: 'blurry, frame', clip: ['4', 1] }, class_type: 'CLIPTextEncode' },
  8: { inputs: { samples: ['3', 0], vae: ['4', 2] }, class_type: 'VAEDecode' },
  9: { inputs: { filename_prefix: 'ComfyUI', images: ['8', 0] }, class_type: 'SaveImage' },
};
const COMFY_WORKFLOW = {
  last_node_id: 9,
  last_link_id: 9,
  nodes: [
    { id: 4, type: 'CheckpointLoaderSimple', widgets_values: ['specimen-xl-base.safetensors'] },
    { id: 3, type: 'KSampler', widgets_values: [982451653, 'randomize', 24, 5.5, 'dpmpp_2m', 'karras', 1] },
  ],
  links: [],
  version: 0.4,
};

const NOVELAI_COMMENT = {
  prompt: 'still life, vase with plum blossom, persimmons, window light',
  steps: 28,
  height: 400,
  width: 600,
  scale: 5,
  uncond_scale: 0,
  cfg_rescale: 0,
  seed: 2718281828,
  n_samples: 1,
  noise_schedule: 'karras',
  sampler: 'k_euler_ancestral',
  uc: 'lowres, text',
  request_type: 'PromptGenerateRequest',
};

const INVOKE_METADATA = {
  generation_mode: 'txt2img',
  positive_prompt: 'aurora over a still lake, stars',
  negative_prompt: 'people',
  width: 600,
  height: 400,
  seed: 161803398,
  cfg_scale: 7.5,
  steps: 30,
  scheduler: 'dpmpp_2m',
  model: { key: 'specimen', name: 'specimen-1-5', base: 'sd-1', type: 'main' },
  app_version: '4.2.9',
};

/** Parameters that generators leave in their files. */
export const GENERATOR_SPECIMENS: readonly Specimen[] = [
  {
    file: 'generator/a1111.png',
    shows: { zh: 'Stable Diffusion WebUI 的生成参数', en: 'Parameters of Stable Diffusion WebUI' },
    picture: small('mountains', 2, 61),
    writers: [palettePng(), pngText([text('parameters', A1111)])],
    signals: [{ signal: 'generator:a1111', where: 'PNG tEXt parameters' }],
    verdict: TRACE,
    note: NOTE,
  },
  {
    file: 'generator/forge.jpg',
    shows: { zh: 'Forge 的生成参数（EXIF）', en: 'Parameters of Forge (EXIF)' },
    picture: wide('rooftops', 0, 62),
    writers: [exifUnicodeComment(FORGE)],
    signals: [{ signal: 'generator:forge', where: 'JPEG APP1 EXIF UserComment' }],
    verdict: TRACE,
    note: NOTE,
  },
  {
    file: 'generator/comfyui.png',
    shows: { zh: 'ComfyUI 的提示词与工作流', en: 'Prompt and workflow of ComfyUI' },
    picture: small('lotus', 1, 63),
    writers: [
      palettePng(),
      pngText([
        text('prompt', JSON.stringify(COMFY_PROMPT)),
        text('workflow', JSON.stringify(COMFY_WORKFLOW)),
      ]),
    ],
    signals: [{ signal: 'generator:comfyui', where: 'PNG tEXt prompt' }],
    verdict: TRACE,
    note: NOTE,
  },
  {
    file: 'generator/novelai.png',
    shows: { zh: 'NovelAI 的生成参数', en: 'Parameters of NovelAI' },
    picture: small('stillLife', 1, 64),
    writers: [
      palettePng(),
      pngText([
        text('Title', 'AI generated image'),
        text('Description', NOVELAI_COMMENT.prompt),
        text('Software', 'NovelAI'),
        text('Source', 'Stable Diffusion XL 7BCCAA2C'),
        text('Comment', JSON.stringify(NOVELAI_COMMENT)),
      ]),
    ],
    signals: [{ signal: 'generator:novelai', where: 'PNG tEXt Comment' }],
    verdict: TRACE,
    note: `${NOTE} It carries no signature.`,
  },
  {
    file: 'generator/invokeai.png',
    shows: { zh: 'InvokeAI 的生成参数', en: 'Parameters of InvokeAI' },
    picture: small('aurora', 0, 65),
    writers: [palettePng(), pngText([text('invokeai_metadata', JSON.stringify(INVOKE_METADATA))])],
    signals: [{ signal: 'generator:invokeai', where: 'PNG tEXt invokeai_metadata' }],
    verdict: TRACE,
    note: NOTE,
  },
  {
    file: 'hostile/html-in-prompt.png',
    shows: { zh: '提示词里有 HTML 和脚本', en: 'HTML and script inside the prompt' },
    picture: small('ink', 1, 66),
    writers: [palettePng(), pngText([{ kind: 'iTXt', keyword: 'parameters', text: HOSTILE }])],
    signals: [{ signal: 'generator:a1111', where: 'PNG iTXt parameters' }],
    verdict: TRACE,
    note: NOTE,
  },
];
