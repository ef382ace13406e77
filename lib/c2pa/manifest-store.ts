import type { FileText } from '../bytes/file-text';

/** One entry of a `c2pa.actions` or `c2pa.actions.v2` assertion (C2PA 2.5 §18.15). */
export type C2paAction = {
  readonly action: FileText;
  readonly digitalSourceType?: FileText;
  /** Name (and version) of the software agent: a string in v1, `{name, version}` in v2. */
  readonly softwareAgent?: FileText;
  readonly description?: FileText;
  /** Absolute file offset of the assertion's box. */
  readonly offset: number;
  /** Label of the assertion box, e.g. `c2pa.actions.v2`. */
  readonly assertion: FileText;
};

/** One ingredient assertion: what the manifest was made from. */
export type C2paIngredient = {
  readonly relationship: 'parentOf' | 'componentOf' | 'inputTo' | 'unknown';
  readonly title?: FileText;
  /** Label of the manifest in the same store that describes the ingredient, where there is one. */
  readonly manifest?: FileText;
  readonly digitalSourceType?: FileText;
  readonly offset: number;
};

/** One manifest, as the fast reader understands it. Nothing here has been verified. */
export type C2paManifest = {
  readonly label: FileText;
  readonly claimGenerator?: FileText;
  readonly title?: FileText;
  readonly actions: readonly C2paAction[];
  readonly ingredients: readonly C2paIngredient[];
  /** DigitalSourceType found in `c2pa.metadata`, `stds.iptc` and similar JSON-LD assertions. */
  readonly metadataSourceTypes: readonly FileText[];
  /** Labels of all assertion boxes, in order. */
  readonly assertions: readonly FileText[];
  /** Absolute file offset of the manifest's superbox. */
  readonly offset: number;
};

/** The embedded manifest store; the active manifest is the last one (C2PA 2.5 §11.1). */
export type C2paStore = {
  readonly manifests: readonly C2paManifest[];
  readonly active: FileText;
  readonly path: readonly string[];
  readonly offset: number;
  /** More than one store in a file means none counts (C2PA 2.5 §A). */
  readonly stores: number;
};
