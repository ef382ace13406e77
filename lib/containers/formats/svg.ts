import { decodeText } from '../../bytes/decode-text';
import { ByteFault } from '../../bytes/fault';
import { MAX_SVG_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import { boundedEmit, type Emit } from '../blocks';
import type { ContainerFormat, Span } from '../container';
import { type SvgScan, scanSvg } from '../svg/scan-svg';

/** What an SVG file may begin with, behind a byte-order mark: a declaration, a comment, a type, the root itself. */
const START = /^(?:\xef\xbb\xbf)?\s{0,16}(?:<\?xml[\s?]|<!--|<!DOCTYPE\s+svg[\s>[]|<(?:svg:)?svg[\s/>])/;

/**
 * SVG (SVG 2): a C2PA manifest store and RDF in `metadata`. As text has no directory, up to MAX_SVG_BYTES are
 * read whole. Other XML is told by its root and ends `unsupported`. Compressed (`svgz`) and UTF-16 files are
 * not recognised.
 */
const svg: ContainerFormat = {
  id: 'svg',
  name: 'SVG',
  sniff: (head) => START.test(String.fromCharCode(...head)),
  *walk(emit, size): Parse<void> {
    const { bytes } = yield* readUpTo(0, Math.min(size ?? MAX_SVG_BYTES, MAX_SVG_BYTES), 'SVG');
    const scan = scanSvg(decodeText(bytes, 'latin1'));
    if (scan.root !== undefined && !scan.isSvg) throw new ByteFault('unsupported', 'XML, but no SVG');
    emitFound(boundedEmit(emit), scan);
    if (scan.fault !== undefined) throw scan.fault;
    if (scan.rootEnd !== undefined) return;
    const cut = bytes.length === MAX_SVG_BYTES && size !== MAX_SVG_BYTES;
    throw new ByteFault(cut ? 'over-budget' : 'truncated', `SVG does not end within ${bytes.length} bytes`);
  },
};
export default svg;

function emitFound(emit: Emit, { root, manifests, rdf, rootEnd }: SvgScan): void {
  for (const span of manifests.filter(({ length }) => length > 0))
    emit({ kind: 'jumbf', path: ['SVG', 'metadata', 'C2PA'], spans: [span], encoding: 'base64' });
  const [first] = rdf;
  if (root === undefined || rootEnd === undefined || first === undefined) return;
  // the root's tags around it keep the namespaces that it declares
  const spans: [Span, ...Span[]] = [root, ...rdf, rootEnd];
  emit({ kind: 'xmp', path: ['SVG', 'metadata', 'RDF'], spans });
}
