import type { FileText } from '../../../bytes/file-text';
import type { PlatformRow } from '../../../rules/platform-rule';

/** A statement found in the page, with the element that shows it. */
export type Said = { readonly row: PlatformRow; readonly from: Element; readonly value: FileText };
