import type { FileText } from '../bytes/file-text';

/** What a generator wrote about how it made the file, in readable form. All optional: tools differ. */
export type GeneratorParameters = {
  /** Display name of the tool: `Stable Diffusion WebUI (A1111)`, `ComfyUI` … */
  readonly tool: string;
  readonly version?: FileText;
  readonly model?: FileText;
  readonly prompt?: FileText;
  readonly negativePrompt?: FileText;
  readonly seed?: FileText;
  readonly steps?: FileText;
  readonly sampler?: FileText;
  readonly guidance?: FileText;
  readonly size?: FileText;
  readonly loras?: readonly FileText[];
  /** Everything else the tool wrote, as name–value rows. */
  readonly others?: readonly { readonly name: FileText; readonly value: FileText }[];
  /** The node graph as JSON text, where there is one. */
  readonly workflow?: FileText;
};
