import type { Sourced } from './sourced';

/**
 * A field by language and exact name, `language/name`: `png-text/parameters`, `exif/UserComment`,
 * `xmp/{http://ns.adobe.com/xap/1.0/}CreatorTool`. `id3/COMM:*` is a comment under any description.
 */
export type FieldRef = string;

/** A member of a JSON value: names and indexes joined by dots, `*` for any member; strings that hold JSON are opened. */
export type JsonPath = string;

/** A condition on one field. All of an alternative's conditions must hold, each on a field of its own. */
export type FieldTest =
  | {
      readonly test: 'text';
      readonly in: readonly [FieldRef, ...FieldRef[]];
      /** Regular expressions; every one must match the same value. Unbounded repeats only behind `^` or at the end. */
      readonly patterns: readonly [string, ...string[]];
    }
  | {
      readonly test: 'json';
      readonly in: readonly [FieldRef, ...FieldRef[]];
      /** Text that stands before the JSON, in any case: `workflow:`. */
      readonly prefix?: string;
      /** Every one must exist in the same value. */
      readonly has: readonly [JsonMember, ...JsonMember[]];
    };

/** A member that must exist, and what its text must match. */
export type JsonMember = { readonly path: JsonPath; readonly pattern?: string };

/** Parameters a recipe can fill; `width` and `height` become the size. */
export type ParameterName =
  | 'version'
  | 'model'
  | 'prompt'
  | 'negativePrompt'
  | 'seed'
  | 'steps'
  | 'sampler'
  | 'guidance'
  | 'size'
  | 'width'
  | 'height'
  | 'loras'
  | 'workflow';

/** How to read parameters from fields. Recipes run in order; the first to give a parameter wins. */
export type ParameterRecipe =
  | {
      readonly parser: 'a1111' | 'comfyui' | 'dream' | 'midjourney';
      readonly in: readonly [FieldRef, ...FieldRef[]];
    }
  | {
      readonly parser: 'json-paths';
      readonly in: readonly [FieldRef, ...FieldRef[]];
      /** For each parameter the paths to try, in order; `loras` takes all that exist. */
      readonly paths: { readonly [name in ParameterName]?: readonly [JsonPath, ...JsonPath[]] };
      /** Shown as further rows under their last name. */
      readonly others?: readonly JsonPath[];
    }
  | {
      readonly parser: 'fields';
      readonly fields: { readonly [name in ParameterName]?: FieldRef };
    };

/** A field of an example, as a file would carry it. */
export type ExampleField = { readonly in: FieldRef; readonly value: string };

/** One generator: `assets/rules/generators/<id>.json`. */
export type GeneratorRule = Sourced & {
  /** File name; findings are signed `generator:<id>`. */
  readonly id: string;
  readonly name: string;
  /** Generators whose traces this one's contain: their findings give way to this one's. */
  readonly over?: readonly string[];
  /** Alternatives; the evidence shown is the field that met an alternative's first condition. */
  readonly match: readonly [Alternative, ...Alternative[]];
  readonly parameters: readonly ParameterRecipe[];
  /** Must match this rule and no other. */
  readonly example: readonly [ExampleField, ...ExampleField[]];
  /** Looks alike and must match nothing. */
  readonly counterExample: readonly [ExampleField, ...ExampleField[]];
};

export type Alternative = readonly [FieldTest, ...FieldTest[]];
