import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ByteFault } from '../../bytes/fault';
import { MAX_SVG_DEPTH, MAX_SVG_NAMES, MAX_XMP_ERRORS } from '../../bytes/limits';
import type { Span } from '../container';

const SVG_NS = 'http://www.w3.org/2000/svg';
/** C2PA specification, A.3.7. */
const C2PA_NS = 'http://c2pa.org/manifest';
/** RDF 1.1 XML Syntax §5.1: what an XMP packet is inside. */
const RDF_NS = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** What elements of ours stand in (SVG 2, 5.9): a picture whose text does not hold the word holds none. */
const METADATA = 'metadata';

/** What a scan of an SVG picture finds; places are indexes into the text, which are byte offsets in Latin-1. */
export type SvgScan = {
  /** The root's start tag; absent as long as none was seen. */
  root?: Span;
  /** Whether the root is `svg`, in its namespace or in none. */
  isSvg: boolean;
  /** Contents of `c2pa:manifest` elements inside `metadata`: base64. */
  readonly manifests: Span[];
  /** `metadata` elements, whole, that hold RDF. */
  readonly rdf: Span[];
  /** The root's end tag. */
  rootEnd?: Span;
  /** Why the scan went no further; what was found before stays valid. */
  fault?: ByteFault;
};

type Open = {
  readonly isMetadata: boolean;
  readonly isManifest: boolean;
  readonly start: number;
  readonly content: number;
};

type Scanning = SvgScan & {
  readonly text: string;
  readonly open: Open[];
  holdsRdf: boolean;
  names: number;
  errors: number;
};

/**
 * Finds the metadata elements of an SVG picture (SVG 2, 5.9) by namespace, and where they lie.
 *
 * A document type declaration is passed over: no entity but XML's five exists, nothing is expanded or fetched.
 * Errors that leave the structure clear are passed over too, as browsers do not for SVG, but other viewers do.
 *
 * A picture is read no further than its last metadata element, one without any no further than its first tag.
 *
 * @param text the file decoded as Latin-1, so that indexes are byte offsets
 * @returns what was found; without `rootEnd` where the text ends before the root does. `fault`: `over-budget` beyond
 *   MAX_SVG_DEPTH or MAX_SVG_NAMES, `malformed` for more than MAX_XMP_ERRORS errors
 */
export function scanSvg(text: string): SvgScan {
  const scan: Scanning = { text, isSvg: false, manifests: [], rdf: [], open: [], ...NOTHING_COUNTED };
  try {
    parserFor(scan).write(text);
  } catch (error) {
    if (!(error instanceof ByteFault)) throw error;
    if (error !== ALL_SEEN) scan.fault = error;
    else endUnscanned(scan);
  }
  return scan;
}

const NOTHING_COUNTED = { holdsRdf: false, names: 0, errors: 0 };

/** Thrown to leave a picture once nothing of ours can follow. */
const ALL_SEEN = new ByteFault('malformed', 'all seen');

function parserFor(scan: Scanning): SaxesParser<{ xmlns: true; position: false }> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const last = scan.text.lastIndexOf(METADATA);
  parser.on('opentag', (tag) => {
    openElement(scan, tag, parser.position);
    if (last < 0) throw ALL_SEEN;
  });
  parser.on('attribute', () => countName(scan));
  parser.on('closetag', () => {
    const isMetadata = scan.open.at(-1)?.isMetadata === true;
    closeElement(scan, parser.position);
    if (isMetadata && parser.position > last) throw ALL_SEEN;
  });
  parser.on('error', () => countError(scan));
  return parser;
}

function countName(scan: Scanning): void {
  scan.names += 1;
  if (scan.names > MAX_SVG_NAMES)
    throw new ByteFault('over-budget', `more than ${MAX_SVG_NAMES} elements and attributes`);
}

function countError(scan: Scanning): void {
  scan.errors += 1;
  if (scan.errors > MAX_XMP_ERRORS) throw new ByteFault('malformed', 'SVG that is no XML');
}

/** The end of a root inside which nothing was looked at: its own tag, or the last tag that closes one like it. */
function endUnscanned(scan: Scanning): void {
  const { text, root } = scan;
  if (root === undefined) return;
  const rootTag = text.slice(root.offset, root.offset + root.length);
  if (rootTag.endsWith('/>')) scan.rootEnd = root;
  const name = /^<([^\s/>]{1,256})/.exec(rootTag)?.[1];
  const offset = name === undefined ? -1 : text.lastIndexOf(`</${name}`);
  const end = text.indexOf('>', offset);
  if (offset > root.offset && end > 0) scan.rootEnd ??= { offset, length: end + 1 - offset };
}

function openElement(scan: Scanning, tag: SaxesTagNS, end: number): void {
  const { open } = scan;
  countName(scan);
  if (open.length >= MAX_SVG_DEPTH)
    throw new ByteFault('over-budget', `SVG nested deeper than ${MAX_SVG_DEPTH} elements`);
  const start = scan.text.lastIndexOf('<', end - 1);
  if (open.length === 0) noteRoot(scan, tag, { offset: start, length: end - start });
  const inMetadata = open[1]?.isMetadata === true;
  if (inMetadata && tag.uri === RDF_NS && tag.local === 'RDF') scan.holdsRdf = true;
  open.push({
    isMetadata: open.length === 1 && tag.local === METADATA,
    isManifest: inMetadata && tag.uri === C2PA_NS && tag.local === 'manifest',
    start,
    content: end,
  });
}

/** Only the first element counts: a second root would be an error. */
function noteRoot(scan: Scanning, { uri, local }: SaxesTagNS, span: Span): void {
  if (scan.root !== undefined) return;
  scan.root = span;
  scan.isSvg = local === 'svg' && (uri === SVG_NS || uri === '');
}

function closeElement(scan: Scanning, end: number): void {
  const element = scan.open.pop();
  if (element === undefined) return;
  const endTag = scan.text.lastIndexOf('<', end - 1);
  if (element.isManifest) scan.manifests.push({ offset: element.content, length: endTag - element.content });
  if (element.isMetadata && scan.holdsRdf) {
    scan.rdf.push({ offset: element.start, length: end - element.start });
    scan.holdsRdf = false;
  }
  if (scan.open.length === 0) scan.rootEnd ??= { offset: endTag, length: end - endTag };
}
