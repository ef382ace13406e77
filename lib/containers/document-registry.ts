import type { ContainerFormat, ContainerId, DocumentId } from './container';
import c2pa from './documents/c2pa';
import html from './documents/html';
import pdf from './documents/pdf';
import sfnt from './documents/sfnt';
import text from './documents/text';
import zip from './documents/zip';
import { FORMATS } from './registry';

/**
 * Document formats. Named one by one and in a module of their own: who reads pages imports the registry of media and
 * never these.
 */
export const DOCUMENTS: readonly ContainerFormat<DocumentId>[] = [pdf, zip, sfnt, c2pa, html, text];

/**
 * Documents and media, in the order in which they are asked; HTML before SVG, which takes any XML; text has no
 * mark and comes last.
 */
export const ALL_FORMATS: readonly ContainerFormat<ContainerId>[] = [
  pdf,
  zip,
  sfnt,
  c2pa,
  html,
  ...FORMATS,
  text,
];
