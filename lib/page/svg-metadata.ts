const SVG = 'http://www.w3.org/2000/svg';

/** Most nodes and characters written out; what is larger is not looked into. */
const MAX_NODES = 4000;
const MAX_CHARS = 512 * 1024;

/**
 * Names as XMP, IPTC and GB 45438-2025 write them. The HTML parser makes names in inline SVG lower case, save SVG's own
 * (HTML §13.2.6.5); XML told them apart by case.
 */
const NAMES = [
  'RDF',
  'Description',
  'Seq',
  'Bag',
  'Alt',
  'parseType',
  'AIGC',
  'DigitalSourceType',
  'AISystemUsed',
  'AISystemVersionUsed',
  'AIPromptInformation',
  'AIPromptWriterName',
  'CreatorTool',
];
const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(NAMES.map((name) => [name.toLowerCase(), name]));

/**
 * What an inline drawing states of itself: an SVG document that holds its `<metadata>` children and nothing else.
 * `undefined` where there are none, or more than is looked into.
 */
export function metadataText(svg: Element): string | undefined {
  const own = [...svg.children].filter(
    ({ localName, namespaceURI }) => localName === 'metadata' && namespaceURI === SVG,
  );
  if (own.length === 0) return undefined;
  const pen: Pen = { parts: [], nodes: 0, chars: 0 };
  // Prefixes may be declared on the drawing itself, as drawing programs do.
  put(pen, `<svg xmlns="${SVG}"${prefixesOf(svg)}>`);
  for (const one of own) writeElement(pen, one);
  put(pen, '</svg>');
  return isFull(pen) ? undefined : pen.parts.join('');
}

type Pen = { readonly parts: string[]; nodes: number; chars: number };

const isFull = ({ nodes, chars }: Pen): boolean => nodes > MAX_NODES || chars > MAX_CHARS;

function put(pen: Pen, text: string): void {
  pen.chars += text.length;
  pen.parts.push(text);
}

function prefixesOf(svg: Element): string {
  return [...svg.attributes]
    .filter(({ name }) => name.startsWith('xmlns:'))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** Without recursion: a page may nest as deeply as it likes. */
function writeElement(pen: Pen, root: Element): void {
  let node: Node | null = root;
  while (node && !isFull(pen)) {
    pen.nodes += 1;
    const isElement: boolean = node.nodeType === node.ELEMENT_NODE;
    if (isElement) put(pen, openingTag(node as Element));
    else put(pen, textOf(node));
    if (isElement && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isElement) put(pen, closingTag(node as Element));
    node = following(pen, node, root);
  }
}

function following(pen: Pen, from: Node, root: Element): Node | null {
  let node = from;
  while (node !== root && !node.nextSibling) {
    const parent: Element | null = node.parentElement;
    if (!parent) return null;
    put(pen, closingTag(parent));
    node = parent;
  }
  return node === root ? null : node.nextSibling;
}

function openingTag(element: Element): string {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${nameOf(name, element)}="${escaped(value)}"`,
  );
  return `<${nameOf(element.nodeName, element)}${attributes.join('')}>`;
}

const closingTag = (element: Element): string => `</${nameOf(element.nodeName, element)}>`;

/** What an XML parser read keeps its names; what the HTML parser read gets them back. */
function nameOf(name: string, { prefix, ownerDocument }: Element): string {
  const colon = name.indexOf(':');
  const isAsWritten = colon < 0 || prefix !== null || ownerDocument.contentType !== 'text/html';
  if (isAsWritten || name.startsWith('xmlns:')) return name;
  const local = name.slice(colon + 1);
  return `${name.slice(0, colon)}:${BY_LOWER_CASE.get(local) ?? local}`;
}

function textOf(node: Node): string {
  const isText = node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;
  return isText ? escaped(node.nodeValue ?? '') : '';
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Characters that XML forbids (XML 1.0 §2.2) are left out: one of them would make all the rest unreadable. */
function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (character) => ESCAPES.get(character) ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}
