import type { FileText } from '../bytes/file-text';

/** Whether the bytes are what was signed. Only the two middle ones are alarms. */
export const INTEGRITIES = ['intact', 'content-changed', 'signature-broken', 'malformed'] as const;
export type Integrity = (typeof INTEGRITIES)[number];

/**
 * What is known of the signer. `own`: on an anchor the user added. `expired`: the certificate ended and no listed
 * time stamp shows that it was valid when it signed; never a sign of tampering.
 */
export const SIGNER_STANDINGS = ['listed', 'interim', 'own', 'unlisted', 'expired', 'revoked'] as const;
export type SignerStanding = (typeof SIGNER_STANDINGS)[number];

/** Why a credential that is there was not checked; none of them says anything about the credential. */
export const UNCHECKED_REASONS = [
  'too-large',
  'no-bytes',
  'checker-failed',
  'timed-out',
  'unsupported',
  'switched-off',
  'on-request',
] as const;
export type UncheckedReason = (typeof UNCHECKED_REASONS)[number];

/** One status code of C2PA 2.5 §15.2 as the library gave it, with its explanation. */
export type StatusCode = {
  readonly code: FileText;
  readonly kind: 'success' | 'informational' | 'failure';
  readonly explanation?: FileText;
  /** JUMBF URI of what it is about. */
  readonly url?: FileText;
};

/** Who signed a manifest and when, by its certificate. Times are ISO 8601. */
export type SignedBy = {
  readonly name?: FileText;
  readonly organization?: FileText;
  readonly issuer?: FileText;
  readonly serial?: FileText;
  readonly validFrom?: FileText;
  readonly validTo?: FileText;
  /** Time by the time stamp inside the signature, where there is one. */
  readonly signedAt?: FileText;
  /** Name of the time-stamp authority. */
  readonly stampedBy?: FileText;
  readonly algorithm?: FileText;
};

/**
 * What the full check of a file's Content Credentials found. JSON-safe and small: it travels with the inspection.
 *
 * - `checked`: verified with the library against the lists that are there
 * - `elsewhere`: the file only names an address; nothing was fetched
 * - `none`: the library found no store, although the fast reader did
 * - `unchecked`: could not be checked, and why
 */
export type CredentialCheck =
  | {
      readonly kind: 'checked';
      readonly integrity: Integrity;
      readonly signer: SignerStanding;
      /** Signer of the active manifest. */
      readonly signedBy?: SignedBy;
      /** Labels of the manifests of the store that did not pass, whose statements therefore do not count. */
      readonly failed: readonly FileText[];
      /** Failure and informational codes, at most `MAX_STATUS_CODES`. */
      readonly codes: readonly StatusCode[];
      /** The signature and the hashed assertions hold, but the bytes they bind were not at hand. */
      readonly unbound?: boolean;
    }
  | { readonly kind: 'elsewhere'; readonly url: FileText }
  | { readonly kind: 'none' }
  | { readonly kind: 'unchecked'; readonly why: UncheckedReason };

/** An action as the history shows it. */
export type GraphAction = {
  readonly action: FileText;
  readonly when?: FileText;
  readonly agent?: FileText;
  readonly sourceType?: FileText;
  readonly description?: FileText;
};

/** One way from a manifest to what it was made from. */
export type GraphEdge = {
  readonly relationship: 'parentOf' | 'componentOf' | 'inputTo' | 'unknown';
  readonly title?: FileText;
  readonly format?: FileText;
  /** Label of the manifest that describes the ingredient, in the same store. */
  readonly to?: FileText;
  /** Small picture as a `data:` URL of an image type, bounded by `MAX_THUMBNAIL_BYTES`. */
  readonly thumbnail?: string;
  readonly sourceType?: FileText;
};

/** A named identity that speaks inside a manifest (CAWG Identity Assertion): apart from the signer. */
export type GraphIdentity = {
  readonly name?: FileText;
  readonly provider?: FileText;
  readonly kind: FileText;
  readonly standing: 'trusted' | 'untrusted' | 'invalid';
};

/** One manifest of the history. */
export type GraphNode = {
  readonly label: FileText;
  readonly title?: FileText;
  readonly format?: FileText;
  readonly claimGenerator?: FileText;
  readonly thumbnail?: string;
  readonly signedBy?: SignedBy;
  readonly integrity: Integrity;
  readonly signer: SignerStanding;
  readonly actions: readonly GraphAction[];
  /** Whether the claim says its list of actions is complete. */
  readonly allActions: boolean;
  readonly ingredients: readonly GraphEdge[];
  readonly identities: readonly GraphIdentity[];
  /** Algorithms of soft bindings, and watermark actions, as stated. */
  readonly softBindings: readonly FileText[];
  readonly codes: readonly StatusCode[];
};

/** The whole store as a readable history; larger than the check, asked for when a person looks. JSON-safe. */
export type ProvenanceGraph = {
  readonly active: FileText;
  /** The active manifest first, then as reached. */
  readonly nodes: readonly GraphNode[];
  /** The store as crJSON, cut at `MAX_CRJSON_CHARS`, for experts. */
  readonly raw: FileText;
  /** Certificates of the active signature as PEM, leaf first. */
  readonly certificates: readonly FileText[];
  /** Lists that were there when it was checked: ids and issue dates. */
  readonly lists: readonly { readonly id: string; readonly issued?: string }[];
};

export type VerifiedCredential = { readonly check: CredentialCheck; readonly graph?: ProvenanceGraph };
