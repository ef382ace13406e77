import type { FileText } from '../bytes/file-text';
import type { Place } from '../facts/media-facts';
import type { GbLabel } from './gb45438/label';
import type { GeneratorParameters } from './generator-parameters';

/** Signals with words of their own; the traces of generators share theirs, and so do the statements of platforms. */
export const NAMED_SIGNALS = [
  'gb45438',
  'c2pa',
  'iptc',
  'schema-org',
  'ai-disclosure',
  'visible-mark',
  'novelai-signature',
  'dwtdct',
] as const;
export type NamedSignal = (typeof NAMED_SIGNALS)[number];

/**
 * Which kind of statement a finding is. Ids are the names of detector files in `detectors/`; of files in `pixels/` for
 * what takes the pixels; for what only pages say, of files in `page/` and of rules in `assets/rules/platforms`.
 */
export type SignalId = NamedSignal | `generator:${string}` | `platform:${string}`;

export const isNamed = (signal: SignalId): signal is NamedSignal =>
  NAMED_SIGNALS.some((name) => name === signal);

export const isPlatform = (signal: SignalId): signal is `platform:${string}` =>
  signal.startsWith('platform:');

/** Article 6 of the Labelling Measures: 属于 / 可能为 / 疑似. */
export type AiState = 'confirmed' | 'possible' | 'suspected';

/** How much of the content the statement covers. */
export type Extent = 'full' | 'partial' | 'unknown';

/**
 * How far a finding can be trusted, strongest first. `signed-own`: by an anchor the user added. `signed-unbound`: the
 * signature holds, but the bytes it binds were not compared. `pending`: credentials have not been verified, or could
 * not be.
 */
export const ASSURANCES = [
  'signed-listed',
  'signed-own',
  'signed-interim',
  'signed-expired',
  'vendor-signed',
  'signed-unlisted',
  'signed-revoked',
  'signed-unbound',
  'platform',
  'pending',
  'unsigned',
] as const;
export type Assurance = (typeof ASSURANCES)[number];

/**
 * What a finding states about origin.
 *
 * - `ai`: made or changed by AI · `captured`: taken by a camera, by its own word
 * - `other`: an origin that is neither (algorithmicMedia, human edits, composite …)
 * - `nothing`: present, but it makes no readable statement of origin
 */
export type Statement =
  | { readonly kind: 'ai'; readonly state: AiState; readonly extent: Extent }
  | { readonly kind: 'captured' }
  | { readonly kind: 'other' }
  | { readonly kind: 'nothing' };

/** A remark about conformance or contradiction; worded by the locale key `remark.<code>`. */
export type Remark = {
  readonly code: RemarkCode;
  /** The value the remark is about, as found. */
  readonly value?: FileText;
};

export const REMARK_CODES = [
  'gb-label-missing',
  'gb-label-nonstandard',
  'gb-producer-missing',
  'gb-produce-id-missing',
  'gb-json-unreadable',
  'gb-json-form',
  'gb-charset',
  'gb-several-copies',
  'gb-labels-differ',
  'gb-key-variant',
  'gb-other-schema',
  'gb-value-type',
  'gb-produce-id-dummy',
  'gb-signature-differs',
  'novelai-signature-differs',
  'producer-check-digit',
  'producer-format',
  'producer-unlisted',
  'c2pa-several-stores',
  'c2pa-unreadable',
  'c2pa-elsewhere',
  'origin-contradiction',
  'block-truncated',
  'block-malformed',
  'block-over-budget',
  'rest-not-read',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

/**
 * One signal seen in one place, with its evidence. No finding without evidence. JSON-safe: findings travel in
 * messages and are saved as they are.
 */
export type Finding = {
  readonly signal: SignalId;
  readonly place: Place;
  /** The value as it stands in the file, bounded by `MAX_RAW_CHARS`. */
  readonly raw: FileText;
  readonly states: Statement;
  readonly assurance: Assurance;
  readonly remarks: readonly Remark[];
  /** The parsed GB 45438 label. */
  readonly gb?: GbLabel;
  /** Prompt, model, seed … of a generator trace. */
  readonly generator?: GeneratorParameters;
  /** IPTC DigitalSourceType code and the 2025.1 AI properties, or the C2PA statement, as name–value rows. */
  readonly rows?: readonly { readonly name: string; readonly value: FileText }[];
};

/** First step of the path of a finding that was read on a page and not in a file. */
export const ON_PAGE = 'page';

/** Whether a page says it, beside or instead of the file. */
export const isSaidByPage = ({ place }: Finding): boolean => place.path[0] === ON_PAGE;
