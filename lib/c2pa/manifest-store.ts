import type { FaultKind } from '../bytes/fault';
import type { FileText } from '../bytes/file-text';

/** One entry of a `c2pa.actions` or `c2pa.actions.v2` assertion (C2PA 2.5 §18.15). */
export type C2paAction = {
  readonly action: FileText;
  readonly digitalSourceType?: FileText;
  /** Adobe's parameter `com.adobe.digitalSourceType`, written where the standard member is absent. */
  readonly vendorSourceType?: FileText;
  /** Name (and version) of the software agent: a string in v1, `{name, version}` in v2. */
  readonly softwareAgent?: FileText;
  readonly description?: FileText;
  /** Labels of the ingredient assertions the action names in its parameters. */
  readonly ingredients: readonly FileText[];
  /** The action as read, as compact JSON; byte strings appear as their length. */
  readonly raw: FileText;
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
  /** Label of the assertion box, e.g. `c2pa.ingredient.v3__1`. */
  readonly assertion: FileText;
};

/** A DigitalSourceType inside a metadata assertion (`c2pa.metadata`, `stds.iptc` …). */
export type C2paSourceType = {
  readonly value: FileText;
  readonly offset: number;
  readonly assertion: FileText;
};

/** An assertion that discloses the use of AI: `c2pa.ai-disclosure` (C2PA 2.5 §16.8.2) and vendors' own. */
export type C2paDisclosure = {
  readonly assertion: FileText;
  /** `modelName`, `model` or `modelType`, where stated. */
  readonly model?: FileText;
  /** The assertion says outright that no AI was used. */
  readonly denied: boolean;
  /** The assertion as read, as compact JSON. */
  readonly raw: FileText;
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
  readonly metadataSourceTypes: readonly C2paSourceType[];
  readonly disclosures: readonly C2paDisclosure[];
  /** Labels of all assertion boxes, in order. */
  readonly assertions: readonly FileText[];
  /** Absolute file offset of the manifest's superbox. */
  readonly offset: number;
};

/** A manifest, or an optional assertion of one, that could not be read. */
export type C2paFault = {
  /** Label of the manifest; empty where not even that can be read. */
  readonly label: FileText;
  readonly state: FaultKind;
  readonly why: string;
};

/** The embedded manifest store; the active manifest is the last one (C2PA 2.5 §11.1). */
export type C2paStore = {
  /** The readable manifests, in file order. A damaged one is left out whole and stands in `faults`. */
  readonly manifests: readonly C2paManifest[];
  /** Label of the last manifest, readable or not; empty when the store breaks off before its end. */
  readonly active: FileText;
  readonly path: readonly string[];
  readonly offset: number;
  /** More than one store in a file means none counts (C2PA 2.5 §A). */
  readonly stores: number;
  readonly faults: readonly C2paFault[];
};
