import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ByteFault } from '../bytes/fault';
import { MAX_DEPTH, MAX_DOCUMENT_PROPERTIES, MAX_FIELD_CHARS } from '../bytes/limits';
import { type MetadataFault, metadataFault } from './block-fault';

/** A property of a document and its text. */
export type DocumentProperty = { readonly name: string; readonly value: string };

/** The properties read, and what ended the reading early. */
export type DocumentProperties = {
  readonly properties: readonly DocumentProperty[];
  readonly fault?: MetadataFault;
};

/** Where a vocabulary names a property: the element, and the attributes that hold its name and its value. */
type Vocabulary = {
  readonly namespaces: readonly string[];
  readonly element: string;
  readonly names: readonly string[];
  /** Attribute that holds the value; the element's text where there is none. */
  readonly value?: string;
};

const VOCABULARIES: ReadonlyMap<string, Vocabulary> = new Map<string, Vocabulary>([
  [
    // ECMA-376-1, 22.3 (custom file properties), transitional and strict
    'ooxml-custom',
    {
      namespaces: [
        'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'http://purl.oclc.org/ooxml/officeDocument/customProperties',
      ],
      element: 'property',
      names: ['name'],
    },
  ],
  [
    // ODF 1.3 part 3, 4.3.3
    'odf-meta',
    {
      namespaces: ['urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
      element: 'user-defined',
      names: ['name'],
    },
  ],
  [
    // EPUB 3.3, 5.5.6 (`property`, text) and the `meta` of OPF 2 (`name`, `content`)
    'opf',
    {
      namespaces: ['http://www.idpf.org/2007/opf'],
      element: 'meta',
      names: ['property', 'name'],
      value: 'content',
    },
  ],
]);

/** GB 45438-2025 Annex E a: the field name or keyword contains AIGC. */
const LABEL = /aigc/i;

/**
 * Reads the properties named after AIGC in an XML part of a document. No entity but XML's five is known, nothing is
 * expanded or fetched. What was read before an error stays valid.
 *
 * @param vocabulary `ooxml-custom`, `odf-meta` or `opf`; any other names nothing
 * @returns at most MAX_DOCUMENT_PROPERTIES of them, in order; `fault`: `over-budget` beyond that or MAX_DEPTH,
 *   `malformed` for what is no XML
 */
export function readDocumentProperties(text: string, vocabulary: string): DocumentProperties {
  const words = VOCABULARIES.get(vocabulary);
  const properties: DocumentProperty[] = [];
  if (words === undefined || !LABEL.test(text)) return { properties };
  try {
    scan(text, words, properties);
    return { properties };
  } catch (error) {
    return { properties, fault: metadataFault(error) };
  }
}

/** One open element: the property it states, if it does, and the text inside. */
type Open = { readonly name: string | undefined; text: string };

function scan(text: string, words: Vocabulary, properties: DocumentProperty[]): void {
  const open: Open[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new ByteFault('malformed', `XML of a document: ${error.name}`);
  });
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw new ByteFault('over-budget', `XML deeper than ${MAX_DEPTH}`);
    open.push({ name: nameOf(tag, words), text: contentOf(tag, words) });
  });
  const take = (part: string) => {
    for (const one of open) if (one.name !== undefined && one.text.length < MAX_FIELD_CHARS) one.text += part;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => close(open.pop(), properties));
  parser.write(text).close();
}

function nameOf(tag: SaxesTagNS, { namespaces, element, names }: Vocabulary): string | undefined {
  if (tag.local !== element || !namespaces.includes(tag.uri)) return undefined;
  const name = Object.values(tag.attributes).find(({ local }) => names.includes(local))?.value;
  return name !== undefined && LABEL.test(name) ? name : undefined;
}

const contentOf = (tag: SaxesTagNS, { value }: Vocabulary): string =>
  Object.values(tag.attributes).find(({ local }) => local === value)?.value ?? '';

function close(one: Open | undefined, properties: DocumentProperty[]): void {
  if (one?.name === undefined) return;
  if (properties.length >= MAX_DOCUMENT_PROPERTIES)
    throw new ByteFault('over-budget', `more than ${MAX_DOCUMENT_PROPERTIES} properties named AIGC`);
  properties.push({ name: one.name, value: one.text.trim() });
}
