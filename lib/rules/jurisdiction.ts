import type { Localized } from './localized';

/** Keys of the label texts a jurisdiction must word. `unknown` extent uses the `full` wording. */
export const LABEL_TEXT_KEYS = [
  'confirmed.full',
  'confirmed.partial',
  'possible',
  'suspected',
  'broken',
  'captured',
] as const;
export type LabelTextKey = (typeof LABEL_TEXT_KEYS)[number];

/** Who says it where the file does not. */
export type PageSide = 'page' | 'platform';

/** A clause a text or duty rests on: `source` is the id of one of the pack's sources. */
export type Citation = {
  readonly source: string;
  /** Article or clause as the source numbers it: `第六条（一）`, `5.2`. */
  readonly clause: string;
};

/** A law or standard, with where it can be read and when that was last checked. */
export type LegalSource = {
  readonly id: string;
  readonly title: Localized;
  readonly url: string;
  /** ISO date. */
  readonly inForce: string;
  /** ISO date. */
  readonly checkedAt: string;
};

/** The words of one label state. */
export type LabelText = {
  readonly key: LabelTextKey;
  /** On the picture; in Chinese it holds both required elements (AI/人工智能 + 生成/合成). */
  readonly label: Localized;
  /** On pictures too narrow for `label`. */
  readonly compact: Localized;
  /** One sentence for hover, focus and the panel's headline. */
  readonly sentence: Localized;
  /** The same where no file says it, but only the page, or the platform that shows it. */
  readonly sentenceOf?: { readonly [side in PageSide]: Localized };
  readonly cites: readonly Citation[];
};

/** One rule pack: `assets/rules/jurisdictions/<id>.json`. */
export type Jurisdiction = {
  readonly id: string;
  readonly name: Localized;
  readonly sources: readonly LegalSource[];
  readonly texts: readonly LabelText[];
};
