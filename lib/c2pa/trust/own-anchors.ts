import { ByteFault } from '../../bytes/fault';
import { MAX_TRUST_ANCHORS, MAX_TRUST_LIST_CHARS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import { pemOf } from '../pem';
import { parseJson } from '../values';
import { derOf, pemBodies } from './pem-blocks';
import { type CertificateFacts, readCertificate } from './read-certificate';
import type { TrustList } from './trust-lists';
import { INTERIM_USAGES } from './usages';

/** A certificate a user trusts, and what it covers. One that is no `authority` is a signer trusted by itself. */
export type OwnAnchor = CertificateFacts & {
  /** The certificate, PEM. */
  readonly pem: string;
};

export const ANCHOR_FAULTS = ['empty', 'too-large', 'too-many', 'no-certificate', 'unreadable'] as const;

/** What could not be taken of a text, and which certificate of it (from 1), where it is about one. */
export type AnchorFault = { readonly why: (typeof ANCHOR_FAULTS)[number]; readonly index?: number };

/** What was found in a text of anchors. */
export type ParsedAnchors = {
  readonly anchors: readonly OwnAnchor[];
  readonly faults: readonly AnchorFault[];
};

/** Shortest base64 text taken for a certificate in a JSON list; a real one is ten times as long. */
const MIN_BASE64_CHARS = 64;

/**
 * Reads the anchors a user adds: PEM with one or more certificates, or a JSON list that holds them as PEM or as
 * base64 anywhere in it (ETSI TS 119 602 as the C2PA publishes it, or a plain array). Each certificate once.
 *
 * @param text as pasted or read from a file
 * @returns those that can be read, and what is wrong with the others; nothing throws for what a text holds
 */
export async function parseOwnAnchors(text: string): Promise<ParsedAnchors> {
  if (text.trim() === '') return refused('empty');
  if (text.length > MAX_TRUST_LIST_CHARS) return refused('too-large');
  const bodies = bodiesIn(text.replace(/^\uFEFF/, '').trim());
  if (bodies === undefined) return refused('unreadable');
  if (bodies.length === 0) return refused('no-certificate');
  if (bodies.length > MAX_TRUST_ANCHORS) return refused('too-many');
  return await readAll(bodies);
}

/** The list that the user's anchors make; `undefined` without any. */
export function ownList(anchors: readonly OwnAnchor[]): TrustList | undefined {
  if (anchors.length === 0) return undefined;
  const pems = (authority: boolean) =>
    anchors.flatMap((one) => (one.authority === authority ? [one.pem] : [])).join('');
  return { anchors: pems(true), allowed: pems(false), usages: INTERIM_USAGES };
}

function refused(why: AnchorFault['why']): ParsedAnchors {
  return { anchors: [], faults: [{ why }] };
}

/** Bodies of the certificates of a PEM or JSON text; `undefined` for broken JSON. */
function bodiesIn(text: string): readonly string[] | undefined {
  if (!/^[[{"]/.test(text)) return pemBodies(text);
  try {
    return [...textsIn(parseJson(text))].flatMap(bodiesInValue);
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    return undefined;
  }
}

function bodiesInValue(text: string): readonly string[] {
  const bodies = pemBodies(text);
  if (bodies.length > 0) return bodies;
  // 0x30 0x82, the start of any certificate longer than 255 bytes, is `MI` in base64.
  return text.length >= MIN_BASE64_CHARS && /^MI[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) ? [text] : [];
}

function* textsIn(value: CborValue): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (value instanceof Map) for (const item of value.values()) yield* textsIn(item);
}

async function readAll(bodies: readonly string[]): Promise<ParsedAnchors> {
  const anchors = new Map<string, OwnAnchor>();
  const faults: AnchorFault[] = [];
  for (const [at, body] of bodies.entries()) {
    const anchor = await readOne(body);
    if (anchor === undefined) faults.push({ why: 'unreadable', index: at + 1 });
    else if (!anchors.has(anchor.fingerprint)) anchors.set(anchor.fingerprint, anchor);
  }
  return { anchors: [...anchors.values()], faults };
}

async function readOne(body: string): Promise<OwnAnchor | undefined> {
  try {
    const der = derOf(body);
    return { ...(await readCertificate(der)), pem: pemOf(der) };
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    return undefined;
  }
}
