/** Bounds on what is taken from a page that says a thousand things of itself. */

/** Most claims held of one document. */
export const MAX_CLAIMS = 500;

/** Most claims one way of gathering gives in one go. */
export const MAX_GATHERED = 200;

/** Highest walk up a page from what it says to what it says it of. */
export const MAX_ANCESTORS = 200;

/** Longest JSON-LD script that is read, in UTF-16 units; those of real pages hold a few kilobytes. */
export const MAX_JSON_LD_CHARS = 512 * 1024;

/** Most values looked at in one JSON-LD script, and how deep. */
export const MAX_JSON_LD_VALUES = 20_000;
export const MAX_JSON_LD_DEPTH = 32;

/** Most JSON-LD, front matter and manifest scripts looked into in one go. */
export const MAX_SCRIPTS = 64;

/** How much of a block's text is looked at, at its start and at its end each, in UTF-16 units. */
export const MAX_EDGE_CHARS = 16 * 1024;

/** Most nodes of one block looked at. */
export const MAX_BLOCK_NODES = 20_000;

/** Longest text taken as carrying a manifest: one of a megabyte takes as many variation selectors. */
export const MAX_MANIFEST_CHARS = 1024 * 1024;

/** Longest front matter. */
export const MAX_FRONT_MATTER_CHARS = 64 * 1024;

/** Longest attribute value taken for a statement. */
export const MAX_VALUE_CHARS = 1024;
