import type { Gatherer } from './claim';
import { declarations } from './declarations';
import { embeddedText } from './embedded-text';
import { textMarks } from './text-marks';

/** Every way in which pages make claims. One file each. */
export const GATHERERS: readonly Gatherer[] = [declarations, textMarks, embeddedText];
