import { ByteFault } from '../bytes/fault';
import { fileText } from '../bytes/file-text';
import { MAX_C2PA_TEXT_CHARS, MAX_MANIFEST_URL_CHARS } from '../bytes/limits';
import type { CredentialCheck } from './credential';

/** Faults of c2pa-rs are told apart by their text alone. */
const REMOTE = /RemoteManifestUrl\("([^"]+)"\)/;
const NOTHING_THERE = /JumbfNotFound|ProvenanceMissing/;
/** A container the library does not know, or a draft older than C2PA 1.0: neither says anything of the file. */
const NOT_ITS_KIND = /UnsupportedType|PrereleaseError/;
/** Every fault the library raises itself has this form; a WebAssembly trap has not. `BadParam` is about our settings. */
const LIBRARY_FAULT = /C2pa\((?!BadParam)/;

/**
 * What a fault of the library means for the check. One that is not about the file is `checker-failed`.
 *
 * @param error whatever the library or our reading of its answer threw
 */
export function answerToFault(error: unknown): CredentialCheck {
  if (error instanceof ByteFault) return answerToOwnFault(error);
  const text = String(error);
  const url = REMOTE.exec(text)?.[1];
  if (url !== undefined) return { kind: 'elsewhere', url: fileText(url, MAX_MANIFEST_URL_CHARS) };
  if (!LIBRARY_FAULT.test(text)) return { kind: 'unchecked', why: 'checker-failed' };
  if (NOTHING_THERE.test(text)) return { kind: 'none' };
  if (NOT_ITS_KIND.test(text)) return { kind: 'unchecked', why: 'unsupported' };
  return malformed(text);
}

function answerToOwnFault({ kind, message }: ByteFault): CredentialCheck {
  return kind === 'over-budget' ? { kind: 'unchecked', why: 'too-large' } : malformed(message);
}

/** The store or its container breaks off or breaks its own rules: not readable, which is no sign of tampering. */
function malformed(why: string): CredentialCheck {
  const explanation = fileText(why, MAX_C2PA_TEXT_CHARS);
  const code = fileText('general.error');
  return {
    kind: 'checked',
    integrity: 'malformed',
    signer: 'unlisted',
    failed: [],
    codes: [{ code, kind: 'failure', explanation }],
  };
}
