/** Bounds on interpreting what has been read; bounds on reading itself are in `bytes/limits.ts`. */

/** Most findings one file gives. Real files carry a handful; messages take 256. */
export const MAX_FINDINGS = 128;

/** Most labels of one scheme taken from one file. */
export const MAX_LABELS = 32;

/** Most name–value rows of one finding, and most names in a list (LoRAs). */
export const MAX_ROWS = 128;

/** Longest name of a row, in UTF-16 units. */
export const MAX_NAME_CHARS = 256;

/** Longest value of a row, in UTF-16 units. */
export const MAX_ROW_CHARS = 4096;

/** Longest prompt, in UTF-16 units. Regional prompts of real files reach a few thousand. */
export const MAX_PROMPT_CHARS = 32 * 1024;

/** Longest text that rule patterns are run over; generators write their names within it. */
export const MAX_MATCH_CHARS = 256 * 1024;

/** Most values in one JSON text; ComfyUI workflows of 1,000 nodes hold some 50,000. */
export const MAX_JSON_VALUES = 200_000;

/** Most nodes looked at in following one link of a node graph. */
export const MAX_GRAPH_STEPS = 256;
