import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';

/** RDF 1.1 XML Syntax §5.1. */
const RDF_NS = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const XML_NS = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NS = 'http://www.w3.org/2000/xmlns/';

/** XMP Specification Part 1 §7.7: array values. */
const ARRAY_ELEMENTS: ReadonlySet<string> = new Set(['Alt', 'Bag', 'Seq']);

/** Expanded name of a property: namespace URI and local name. */
export type XmpName = { readonly ns: string; readonly name: string };

/**
 * What an open element is to XMP's use of RDF (Part 1 §7): something around `rdf:RDF`, `rdf:RDF` itself, a node
 * whose attributes and children are properties, an array, or a property (also an array item and `rdf:value`,
 * which speak for the property they stand in).
 */
export type RdfRole = 'outside' | 'rdf' | 'node' | 'array' | 'property';

/** One open element. `owner` is the property its text belongs to. */
export type RdfFrame = {
  readonly role: RdfRole;
  readonly owner: XmpName | undefined;
  text: string;
  /** False once a child element or a value in an attribute has spoken for it. */
  leaf: boolean;
};

/** The frame of an element that opens inside `parent` (`undefined` at the top of the packet). */
export function openFrame(parent: RdfFrame | undefined, tag: SaxesTagNS): RdfFrame {
  const role = roleOf(parent?.role ?? 'outside', tag);
  return { role, owner: ownerOf(role, parent, tag), text: '', leaf: true };
}

function roleOf(parent: RdfRole, tag: SaxesTagNS): RdfRole {
  const rdfName = tag.uri === RDF_NS ? tag.local : undefined;
  if (parent === 'outside') return rdfName === 'RDF' ? 'rdf' : rdfName === 'Description' ? 'node' : 'outside';
  if (parent === 'rdf') return 'node';
  if (parent === 'array') return 'property';
  if (rdfName !== undefined && ARRAY_ELEMENTS.has(rdfName)) return 'array';
  return rdfName === 'Description' ? 'node' : 'property';
}

function ownerOf(role: RdfRole, parent: RdfFrame | undefined, tag: SaxesTagNS): XmpName | undefined {
  const speaksForParent = role !== 'property' || parent?.role === 'array' || isRdf(tag, 'value');
  if (speaksForParent) return parent?.owner;
  return isNamed(tag) ? { ns: tag.uri, name: tag.local } : undefined;
}

/** A value that an attribute of an element states, with the property it is a value of. */
export type AttributeValue = { readonly property: XmpName; readonly value: string };

/**
 * The values in an element's attributes: properties of a node or structure in attribute form (Part 1 §7.9.2),
 * and `rdf:resource` or `rdf:value`, which are values of the property itself.
 */
export function attributeValues(frame: RdfFrame, tag: SaxesTagNS): AttributeValue[] {
  if (frame.role !== 'node' && frame.role !== 'property') return [];
  return Object.values(tag.attributes).flatMap((attribute) => {
    const property = propertyOf(frame, attribute);
    return property === undefined ? [] : [{ property, value: attribute.value }];
  });
}

function propertyOf(frame: RdfFrame, attribute: SaxesAttributeNS): XmpName | undefined {
  const ownValue = isRdf(attribute, 'resource') || isRdf(attribute, 'value');
  if (ownValue) return frame.role === 'property' ? frame.owner : undefined;
  const { uri } = attribute;
  if (uri === RDF_NS || uri === XML_NS || uri === XMLNS_NS || !isNamed(attribute)) return undefined;
  return { ns: uri, name: attribute.local };
}

const isRdf = (named: { uri: string; local: string }, local: string): boolean =>
  named.uri === RDF_NS && named.local === local;

/** saxes reports the prefix as the URI where the prefix is bound to nothing: such a name is in no namespace. */
const isNamed = (named: { uri: string; prefix: string }): boolean =>
  named.uri !== '' && named.uri !== named.prefix;
