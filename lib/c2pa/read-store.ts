import { ByteFault } from '../bytes/fault';
import { type FileText, fileText } from '../bytes/file-text';
import { MAX_C2PA_MANIFESTS } from '../bytes/limits';
import type { Parse } from '../bytes/parse';
import {
  boxOffset,
  type JumbfBox,
  type JumbfSuperbox,
  openJumbf,
  readBox,
  readRootBox,
  readSuperbox,
} from '../metadata/jumbf';
import { attempt } from './attempt';
import type { C2paFault, C2paManifest, C2paStore } from './manifest-store';
import { readManifest, type StoreReading } from './read-manifest';

/** Where a store lies: ranges that joined are its JUMBF box, and the container path for people. */
export type StoreBlock = {
  readonly spans: readonly { readonly offset: number; readonly length: number }[];
  readonly path: readonly string[];
};

/** Manifest, update manifest, time-stamp-free compressed manifest (C2PA 2.5 §11.1.4). */
const MANIFEST_KINDS = ['c2ma', 'c2um', 'c2cm'];
/** A brotli-compressed manifest (C2PA 2.5 §11.1.4.5); not read yet. */
const COMPRESSED_KIND = 'c2cm';

/**
 * Reads an embedded C2PA manifest store: claims, actions, ingredients and metadata of every manifest, by small
 * ranged reads. Nothing is verified. A damaged manifest is left out whole and reported in `faults`: strings of
 * a damaged manifest are no statement.
 *
 * @returns the store with `stores: 1`; a caller that sees several sets the number
 * @throws ByteFault `unsupported` when the JUMBF box is no C2PA store; else the first fault, where no manifest
 *   is readable
 */
export function* readManifestStore(block: StoreBlock): Parse<C2paStore> {
  const reading: StoreReading = { jumbf: openJumbf(block.spans), decoded: 0, faults: [] };
  const store = yield* readSuperbox(reading.jumbf, yield* readRootBox(reading.jumbf));
  if (store.kind !== 'c2pa' || store.label !== 'c2pa')
    throw new ByteFault('unsupported', 'JUMBF box is no C2PA manifest store');
  const { boxes, whole } = yield* listManifests(reading, store);
  const manifests: C2paManifest[] = [];
  let active = fileText('');
  for (const box of boxes) active = (yield* readOne(reading, box, manifests)) ?? active;
  if (manifests.length === 0) refuseUnreadable(reading.faults);
  const { path } = block;
  const offset = boxOffset(reading.jumbf, store);
  return {
    manifests,
    active: whole ? active : fileText(''),
    path,
    offset,
    stores: 1,
    faults: reading.faults,
  };
}

/** The boxes of the store up to the first damaged header; behind that nothing can be found. */
function* listManifests(
  reading: StoreReading,
  store: JumbfSuperbox,
): Parse<{ readonly boxes: readonly JumbfBox[]; readonly whole: boolean }> {
  const boxes: JumbfBox[] = [];
  for (let at = store.children; at < store.end; ) {
    const outcome = yield* attempt(nextManifest(reading, at, store, boxes.length), fileText(''));
    if ('fault' in outcome) {
      reading.faults.push(store.cut ? { ...outcome.fault, state: 'truncated' } : outcome.fault);
      return { boxes, whole: false };
    }
    boxes.push(outcome.value);
    at = outcome.value.end;
  }
  if (store.cut) reading.faults.push(cutOff());
  return { boxes, whole: !store.cut };
}

function* nextManifest(
  reading: StoreReading,
  at: number,
  store: JumbfSuperbox,
  count: number,
): Parse<JumbfBox> {
  if (count >= MAX_C2PA_MANIFESTS)
    throw new ByteFault('over-budget', `more than ${MAX_C2PA_MANIFESTS} manifests`);
  return yield* readBox(reading.jumbf, at, store.end);
}

/** Reads one box of the store; gives its label when it is a manifest, readable or not. */
function* readOne(
  reading: StoreReading,
  box: JumbfBox,
  manifests: C2paManifest[],
): Parse<FileText | undefined> {
  const described = yield* attempt(readSuperbox(reading.jumbf, box), fileText(''));
  if ('fault' in described) {
    reading.faults.push(described.fault);
    return fileText('');
  }
  const { kind, label: text } = described.value;
  if (!MANIFEST_KINDS.includes(kind)) return undefined;
  const label = fileText(text);
  if (kind === COMPRESSED_KIND) {
    reading.faults.push({ label, state: 'unsupported', why: 'compressed manifest' });
    return label;
  }
  const outcome = yield* attempt(readManifest(reading, described.value), label);
  if ('fault' in outcome) reading.faults.push(outcome.fault);
  else manifests.push(outcome.value);
  return label;
}

function refuseUnreadable(faults: readonly C2paFault[]): void {
  const [first] = faults;
  if (first === undefined) throw new ByteFault('malformed', 'C2PA store without manifest');
  if (first.state !== 'unsupported') throw new ByteFault(first.state, first.why);
}

function cutOff(): C2paFault {
  return { label: fileText(''), state: 'truncated', why: 'C2PA store is cut off' };
}
