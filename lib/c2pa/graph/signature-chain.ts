import { driveOver } from '../../bytes/drive';
import { ByteFault } from '../../bytes/fault';
import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_CERTIFICATE_BYTES, MAX_CHAIN_CERTIFICATES } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { type CborValue, decodeCbor } from '../../metadata/cbor';
import {
  type Jumbf,
  type JumbfSuperbox,
  openJumbf,
  readChildren,
  readPayload,
  readRootBox,
  readSuperbox,
} from '../../metadata/jumbf';
import { pemOf } from '../pem';
import { listOf, mapOf } from '../values';

const SIGNATURE_LABEL = 'c2pa.signature';

/** Largest COSE signature read; certificates, time stamp and revocation answers together stay below 64 KB. */
const MAX_SIGNATURE_BYTES = 512 * 1024;

/** Header of the certificate chain: 33 by RFC 9360, its name in files before that. */
const X5CHAIN: readonly CborValue[] = [33, 'x5chain'];

/**
 * The certificates of a manifest's signature (C2PA 2.5 §13.2, COSE `x5chain`), leaf first, as PEM. They are what
 * the file carries; nothing is verified here.
 *
 * @param store bytes of the whole manifest store
 * @returns nothing where the store, the manifest or its signature cannot be read
 */
export function signatureChain(store: Uint8Array, manifest: FileText): readonly FileText[] {
  const outcome = driveOver(readChain(store.length, manifest), store);
  if (outcome.state !== 'complete') return [];
  return outcome.value.map((der) => fileText(pemOf(der)));
}

function* readChain(length: number, manifest: FileText): Parse<readonly Uint8Array[]> {
  const jumbf = openJumbf([{ offset: 0, length }]);
  const store = yield* readSuperbox(jumbf, yield* readRootBox(jumbf));
  const signature = yield* childLabelled(
    jumbf,
    yield* childLabelled(jumbf, store, manifest),
    SIGNATURE_LABEL,
  );
  const [box] = yield* readChildren(jumbf, signature);
  if (box === undefined) throw new ByteFault('malformed', 'empty signature box');
  return chainIn(decodeCbor(yield* readPayload(jumbf, box, MAX_SIGNATURE_BYTES, 'signature')));
}

function* childLabelled(jumbf: Jumbf, parent: JumbfSuperbox, label: string): Parse<JumbfSuperbox> {
  for (const box of yield* readChildren(jumbf, parent)) {
    const child = yield* readSuperbox(jumbf, box);
    if (child.label === label) return child;
  }
  throw new ByteFault('malformed', 'no such box in the store');
}

/** COSE_Sign1: protected header as bytes, then the unprotected one (RFC 9052 §4.2). */
function chainIn(cose: CborValue): readonly Uint8Array[] {
  const [inner, outer] = listOf(cose);
  const headers = [inner instanceof Uint8Array ? decodeCbor(inner) : undefined, outer];
  const chain = headers.flatMap((header) => X5CHAIN.map((key) => mapOf(header).get(key)));
  const found = chain.find((value) => value !== undefined);
  const certificates = found instanceof Uint8Array ? [found] : listOf(found);
  return certificates.filter(isCertificate).slice(0, MAX_CHAIN_CERTIFICATES);
}

function isCertificate(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array && value.length <= MAX_CERTIFICATE_BYTES;
}
