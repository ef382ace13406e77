import type { Localized } from './localized';
import type { Sourced } from './sourced';

/** How a platform says it, and so what it says under Article 6 of the Labelling Measures. */
export type PlatformBasis =
  /** The person who put the item up declared it: 可能为. */
  | 'creator'
  /** The platform labels it and does not say why: 可能为. */
  | 'platform'
  /** The platform found traces or a label to see: 疑似. */
  | 'platform-suspects'
  /** The platform found it stated in the file's metadata: 属于. */
  | 'platform-metadata';

/** A CSS selector of names and attributes that mean something; never a generated class name. */
export type Selector = string;

/** Where on a page the statement stands. Text is compared without spaces, in one width, case and punctuation. */
export type PlatformLook =
  | {
      readonly how: 'text';
      /** The whole text of an element of the item, after a lead if there is one. */
      readonly texts: readonly [string, ...string[]];
      /** What may stand before it. */
      readonly leads?: readonly [string, ...string[]];
      /** The text alone is too common on this platform. */
      readonly leadRequired?: true;
      /** Only in such an element, and there the text may be part of a longer one. */
      readonly inside?: Selector;
    }
  | {
      readonly how: 'attribute';
      readonly selector: Selector;
      readonly attribute: string;
      readonly texts: readonly [string, ...string[]];
    }
  | {
      readonly how: 'link';
      readonly selector: Selector;
      /** Ends of paths, as ids of help articles, that the address must hold. */
      readonly paths: readonly [string, ...string[]];
    }
  | {
      readonly how: 'json';
      readonly scripts: Selector;
      /** Member whose value says it. */
      readonly key: string;
      /** The value as text, without quotes; `[…]` is any list with something in it. */
      readonly values: readonly [string, ...string[]];
      /** The item the member speaks of: its own id, in the same object or the ones around it, and how links name it. */
      readonly item: {
        readonly ids: readonly [string, ...string[]];
        /** Parts of addresses with `{id}` in place of the id. */
        readonly links: readonly [string, ...string[]];
      };
    };

/** One statement a platform makes in one way. */
export type PlatformRow = Sourced & {
  readonly id: string;
  readonly look: PlatformLook;
  readonly basis: PlatformBasis;
  /** How much of the item is said to be AI's; unknown where not given. */
  readonly extent?: 'full' | 'partial';
  /** What the platform says, after "labelled by NAME:". */
  readonly reason: Localized;
  /**
   * Where its very marker was seen: on a page saved from the platform, or in a saved answer of its own interface, which its
   * pages are made from. `unchecked`: in neither. Such rows can be switched off.
   */
  readonly checkedOn: 'saved-page' | 'saved-answer' | 'unchecked';
  /** Pages in `test/site/platforms/<rule>/`, without `.html`: one it must be found on, one that must stay silent. */
  readonly pages: { readonly positive: string; readonly negative: string };
};

/** One platform: `assets/rules/platforms/<id>.json`. */
export type PlatformRule = {
  /** File name; findings are signed `platform:<id>`. */
  readonly id: string;
  readonly name: Localized;
  /** Names of its sites; each stands for itself and all below it. */
  readonly hosts: readonly [string, ...string[]];
  /** Where one item ends: the nearest around a statement is what it speaks of. */
  readonly containers: readonly Selector[];
  /** How many elements up to look for the item's film or picture where no container is around. */
  readonly climb: number;
  readonly rows: readonly [PlatformRow, ...PlatformRow[]];
};
