/** schema.org by microdata (HTML 5.2.3) and RDFa (RDFa Core 1.1, 5), under its name, its URI or behind a prefix. */
export const MICRODATA = '[itemprop~="digitalSourceType" i],[itemprop$="schema.org/digitalSourceType" i]';
export const RDFA =
  '[property~="digitalSourceType" i],[property$=":digitalSourceType" i],[property$="schema.org/digitalSourceType" i]';

/** W3C CG "AI Content Disclosure"; with `data-` before it on pages that keep to the attributes of HTML. */
export const DISCLOSURE = '[ai-disclosure],[data-ai-disclosure],meta[name="ai-disclosure" i]';

export const JSON_LD = 'script[type="application/ld+json" i]';

/** C2PA 2.5, Annex A.5 (HTML): the store itself, or the address of one. Of several none counts. */
export const STORE = 'script[type="application/c2pa" i]';
export const STORE_LINK = 'link[rel~="c2pa-manifest" i][href]';

/** Everything on a page by which it makes a declaration for machines. */
export const DECLARATIONS = [MICRODATA, RDFA, DISCLOSURE, JSON_LD, STORE, STORE_LINK].join(',');

/** Without this word no JSON-LD states an origin. */
export const SOURCE_TYPE_NEEDLE = /digitalsourcetype/i;
