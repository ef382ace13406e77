import { concat, utf8 } from './bytes';

/** Builders for SVG pictures. */

/** A C2PA manifest store as text (C2PA A.3.7). */
export const c2paSvg = (store: Uint8Array, prefix = 'c2pa'): string =>
  `<${prefix}:manifest xmlns:${prefix}="http://c2pa.org/manifest">${Buffer.from(store).toString('base64')}</${prefix}:manifest>`;

/** RDF with one title. */
export const rdf = (title: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${title}"/></rdf:RDF>`;

export type SvgParts = {
  /** Before the root: declaration, type, comments. */
  readonly prolog?: string;
  /** Attributes of the root besides its namespace. */
  readonly attributes?: string;
  /** Contents of `metadata`; without any there is no such element. */
  readonly metadata?: readonly string[];
  readonly drawing?: string;
};

/** A picture with a square in it. */
export const svgText = ({
  prolog = '',
  attributes = '',
  metadata = [],
  drawing = '<path d="M0 0h9v9z"/>',
}: SvgParts = {}): string => {
  const element = metadata.length > 0 ? `<metadata>${metadata.join('')}</metadata>` : '';
  return `${prolog}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${element}${drawing}</svg>`;
};

export const svg = (parts?: SvgParts): Uint8Array => concat(utf8(svgText(parts)));
