/** Namespaces this project names in evidence, by URI, with the prefix their specifications use. */
const CONVENTIONAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  // TC260-PG-20259A §6 (image guide): the namespace of the GB 45438 label
  ['http://www.tc260.org.cn/ns/AIGC/1.0/', 'TC260'],
  // IPTC Photo Metadata Standard 2025.1
  ['http://iptc.org/std/Iptc4xmpExt/2008-02-29/', 'Iptc4xmpExt'],
  ['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/', 'Iptc4xmpCore'],
  ['http://ns.useplus.org/ldf/xmp/1.0/', 'plus'],
  // XMP Specification Parts 1 and 2
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://ns.adobe.com/xap/1.0/', 'xmp'],
  ['http://ns.adobe.com/xap/1.0/mm/', 'xmpMM'],
  ['http://ns.adobe.com/xap/1.0/rights/', 'xmpRights'],
  ['http://ns.adobe.com/xmp/note/', 'xmpNote'],
  ['http://ns.adobe.com/photoshop/1.0/', 'photoshop'],
  ['http://ns.adobe.com/tiff/1.0/', 'tiff'],
  ['http://ns.adobe.com/exif/1.0/', 'exif'],
]);

/**
 * What a prefix means where a packet binds it to nothing: writers that paste the example of a guide forget the
 * declaration.
 */
export const ASSUMED_NAMESPACES: Record<string, string> = {
  TC260: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
  tc260: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

/**
 * An XMP property as evidence paths show it: `TC260:AIGC` where the namespace is a known one, whatever prefix
 * the file used, else `{namespace URI}name`.
 */
export function xmpDisplayName(ns: string, name: string): string {
  const prefix = CONVENTIONAL_PREFIXES.get(ns);
  return prefix === undefined ? xmpFieldName(ns, name) : `${prefix}:${name}`;
}

/** The name of an XMP property as a field carries it (`media-facts.ts`): `{namespace URI}name`. */
export function xmpFieldName(ns: string, name: string): string {
  return `{${ns}}${name}`;
}
