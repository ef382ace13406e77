import type { Parse } from '../../bytes/parse';
import { boundedEmit, type Emit, emitSpan } from '../blocks';
import type { ContainerFormat } from '../container';
import { type HtmlFound, scanHtml } from '../html/scan-html';
import { emitWrapped, readText, requireWhole } from '../text/emit-text';

/** What an HTML file may begin with, behind a byte-order mark, an XML declaration and a short comment. */
const START =
  /^(?:\xef\xbb\xbf)?\s{0,16}(?:<\?xml\s[^>]{0,48}\?>\s{0,16})?(?:<!--[^>]{0,48}-->\s{0,16})?<(?:!doctype\s+html|html|head|meta|title|body)/i;

/**
 * HTML files: the label in a `meta` element, C2PA manifest stores in a script or as variation selectors in the text, the
 * address of one stored elsewhere, schema.org in JSON-LD, and what elements state of their origin. Read whole up to MAX_TEXT_FILE_BYTES; nothing is run, resolved or fetched.
 */
const html: ContainerFormat<'html'> = {
  id: 'html',
  name: 'HTML',
  sniff: (head) => START.test(String.fromCharCode(...head)),
  *walk(emit, size): Parse<void> {
    const file = yield* readText(size);
    const bounded = boundedEmit(emit);
    scanHtml(file.text, (found) => emitFound(bounded, found));
    emitWrapped(bounded, 'HTML', file);
    requireWhole(file);
  },
};
export default html;

function emitFound(emit: Emit, found: HtmlFound): void {
  const { kind, span } = found;
  if (kind === 'label') emitSpan(emit, 'document-property', ['HTML', 'meta', 'AIGC'], span, 'AIGC');
  if (kind === 'link')
    emitSpan(emit, 'document-property', ['HTML', 'link', 'c2pa-manifest'], span, 'c2pa-manifest');
  if (kind === 'json-ld') emitSpan(emit, 'document-property', ['HTML', 'script', 'JSON-LD'], span, 'JSON-LD');
  if (kind === 'statement')
    emitSpan(emit, 'document-property', ['HTML', found.element, found.name], span, found.name);
  if (kind === 'store' && span.length > 0)
    emit({ kind: 'jumbf', path: ['HTML', 'script', 'C2PA'], spans: [span], encoding: 'base64' });
}
