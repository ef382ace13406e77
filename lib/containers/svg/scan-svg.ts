import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ByteFault } from '../../bytes/fault';
import { MAX_DEPTH, MAX_XMP_ERRORS } from '../../bytes/limits';
import type { Span } from '../container';

const SVG_NS = 'http://www.w3.org/2000/svg';
/** C2PA specification, A.3.7. */
const C2PA_NS = 'http://c2pa.org/manifest';
/** RDF 1.1 XML Syntax §5.1: what an XMP packet is inside. */
const RDF_NS = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** How deep nesting of elements may go in a drawing; groups in groups of exported maps stay below a hundred. */
const MAX_SVG_DEPTH = 32 * MAX_DEPTH;

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
};

type Open = {
  readonly isMetadata: boolean;
  readonly isManifest: boolean;
  readonly start: number;
  readonly content: number;
};

type Scanning = SvgScan & { readonly text: string; readonly open: Open[]; holdsRdf: boolean; errors: number };

/**
 * Finds the metadata elements of an SVG picture (SVG 2, 5.9) by namespace, and where they lie.
 *
 * A document type declaration is passed over: no entity but XML's five exists, nothing is expanded or fetched.
 * Errors that leave the structure clear are passed over too, as browsers do not for SVG, but other viewers do.
 *
 * @param text the file decoded as Latin-1, so that indexes are byte offsets
 * @returns what was found; without `rootEnd` where the text ends before the root does
 * @throws ByteFault `over-budget` for too deep nesting, `malformed` for more than MAX_XMP_ERRORS errors
 */
export function scanSvg(text: string): SvgScan {
  const scan: Scanning = { text, isSvg: false, manifests: [], rdf: [], open: [], holdsRdf: false, errors: 0 };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('opentag', (tag) => openElement(scan, tag, parser.position));
  parser.on('closetag', () => closeElement(scan, parser.position));
  parser.on('error', () => {
    scan.errors += 1;
    if (scan.errors > MAX_XMP_ERRORS) throw new ByteFault('malformed', 'SVG that is no XML');
  });
  parser.write(text);
  return scan;
}

function openElement(scan: Scanning, tag: SaxesTagNS, end: number): void {
  const { open } = scan;
  if (open.length >= MAX_SVG_DEPTH)
    throw new ByteFault('over-budget', `SVG nested deeper than ${MAX_SVG_DEPTH} elements`);
  const start = scan.text.lastIndexOf('<', end - 1);
  if (open.length === 0) noteRoot(scan, tag, { offset: start, length: end - start });
  const inMetadata = open.some(({ isMetadata }) => isMetadata);
  if (inMetadata && tag.uri === RDF_NS && tag.local === 'RDF') scan.holdsRdf = true;
  open.push({
    isMetadata: open.length === 1 && tag.local === 'metadata',
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
