import type { SpecimenPage } from './page';
import { badFiles } from './pages/bad-files';
import { corpusPage } from './pages/corpus';
import { credentials } from './pages/credentials';
import { crossSite } from './pages/cross-site';
import { dialogs } from './pages/dialogs';
import { gallery } from './pages/gallery';
import { hostile } from './pages/hostile';
import { late } from './pages/late';
import { layoutShift } from './pages/layout-shift';
import { lazy } from './pages/lazy';
import { links } from './pages/links';
import { many } from './pages/many';
import { motion } from './pages/motion';
import { nothing } from './pages/nothing';
import { ownLabel } from './pages/own-label';
import { pictureElement } from './pages/picture-element';
import { scrolling } from './pages/scrolling';
import { sizes } from './pages/sizes';
import { srcset } from './pages/srcset';
import { swapped } from './pages/swapped';

/** Every page of the site, in the order of the index. */
export const PAGES: readonly SpecimenPage[] = [
  gallery,
  credentials,
  nothing,
  corpusPage,
  srcset,
  pictureElement,
  lazy,
  swapped,
  late,
  crossSite,
  scrolling,
  layoutShift,
  motion,
  sizes,
  many,
  links,
  dialogs,
  ownLabel,
  badFiles,
  hostile,
];
