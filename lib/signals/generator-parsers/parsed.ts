/** What a parser read, before it is bounded and marked as text from a file. */
export type Parsed = {
  readonly version?: string;
  readonly model?: string;
  readonly prompt?: string;
  readonly negativePrompt?: string;
  readonly seed?: string;
  readonly steps?: string;
  readonly sampler?: string;
  readonly guidance?: string;
  readonly size?: string;
  readonly workflow?: string;
  readonly loras?: readonly string[];
  readonly others?: readonly ParsedRow[];
};

export type ParsedRow = { readonly name: string; readonly value: string };

/** Parameters that are one text. */
export type TextParameter = Exclude<keyof Parsed, 'loras' | 'others'>;

/** The texts that are there and not blank, as an object without empty members. */
export function texts(entries: readonly (readonly [TextParameter, string | undefined])[]): Parsed {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value.trim() !== ''));
}
