import type { FileText } from '../../bytes/file-text';
import type { ProvenanceGraph } from '../../c2pa/credential';
import type { HiddenCharacters } from '../../inspect/hidden-characters';
import type { Inspection } from '../../inspect/inspection';
import type { CredentialRequest } from '../services';

/**
 * What a person gave: a file, something pasted, an address to fetch, or a text selected on a page. `gone`: a picture that
 * only its page held, and no longer does.
 */
export type Given =
  | { readonly kind: 'gone'; readonly name: FileText }
  | { readonly kind: 'file' | 'pasted'; readonly blob: Blob; readonly name: FileText }
  | { readonly kind: 'url'; readonly url: string; readonly page?: string }
  | { readonly kind: 'text'; readonly text: FileText; readonly page?: string };

/** Why there is no hash: the file is too large to be hashed in memory, or was never had whole. */
export type NoHash = 'too-large' | 'not-whole';

/**
 * How far looking into a picture's pixels has come; absent where there are none to look into. `failed`: they could
 * not be had, and `inspection.pixels` says why.
 */
export type PixelsStep = 'offered' | 'looking' | 'found' | 'nothing' | 'failed';

/** What is known of a given file so far; every member comes as soon as it is known. JSON-safe but for `preview`. */
export type FileReading = {
  readonly inspection?: Inspection;
  /** Bytes of the whole file. */
  readonly size?: number;
  /** Type as the system or the server states it; never trusted, only shown. */
  readonly mime?: FileText;
  /** Lower-case hexadecimal SHA-256 of the whole file. */
  readonly sha256?: string;
  readonly noHash?: NoHash;
  /** `blob:` address of the file in this page, for showing it; given back by `release`. */
  readonly preview?: string;
  readonly graph?: ProvenanceGraph;
  readonly pixels?: PixelsStep;
  /** Characters of a selected text that are not seen; absent for files. */
  readonly hidden?: readonly HiddenCharacters[];
  /** ISO 8601 with offset: when the reading began. */
  readonly readAt: string;
};

/** Reads what a person gave, in the page itself: local bytes never leave it. */
export type FileInspector = {
  /**
   * Reads a given file and tells what is known each time more is.
   *
   * Never rejects for what a file or server does: that is in the inspection's verdict.
   */
  read(given: Given, tell: (reading: FileReading) => void, signal: AbortSignal): Promise<void>;
  /** Checks the credential again on a person's word; see `UiServices.checkCredential`. */
  check(
    given: Given,
    reading: FileReading,
    request: CredentialRequest,
    tell: (reading: FileReading) => void,
  ): Promise<void>;
  /**
   * Looks into the pixels on a person's word: NovelAI's signature, hidden text, the open watermark. The result comes
   * as `inspection.pixels` and more findings.
   */
  lookIntoPixels(reading: FileReading, tell: (reading: FileReading) => void): Promise<void>;
  /** Gives back what a reading holds in memory. */
  release(reading: FileReading): void;
};
