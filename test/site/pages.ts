import type { SpecimenPage } from './page';
import { addresses } from './pages/addresses';
import { backgrounds } from './pages/backgrounds';
import { badFiles } from './pages/bad-files';
import { corpusPage } from './pages/corpus';
import { covers } from './pages/covers';
import { credentials } from './pages/credentials';
import { crossSite } from './pages/cross-site';
import { dialogs } from './pages/dialogs';
import { documents } from './pages/documents';
import { drawn } from './pages/drawn';
import { drift } from './pages/drift';
import { embedded } from './pages/embedded';
import { films } from './pages/films';
import { frames } from './pages/frames';
import { gallery } from './pages/gallery';
import { growing } from './pages/growing';
import { hostile } from './pages/hostile';
import { hostileWorld } from './pages/hostile-world';
import { late } from './pages/late';
import { layoutShift } from './pages/layout-shift';
import { lazy } from './pages/lazy';
import { links } from './pages/links';
import { many } from './pages/many';
import { motion } from './pages/motion';
import { nothing } from './pages/nothing';
import { ownLabel } from './pages/own-label';
import { pictureElement } from './pages/picture-element';
import { recycled } from './pages/recycled';
import { scrolling } from './pages/scrolling';
import { shadow } from './pages/shadow';
import { sizes } from './pages/sizes';
import { sounds } from './pages/sounds';
import { srcset } from './pages/srcset';
import { statedPictures } from './pages/stated-pictures';
import { svgPictures } from './pages/svg-pictures';
import { swapped } from './pages/swapped';
import { textForum } from './pages/text-forum';
import { textTricks } from './pages/text-tricks';
import { texts } from './pages/texts';
import { wordsAboutAi } from './pages/words-about-ai';

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
  svgPictures,
  drawn,
  embedded,
  backgrounds,
  films,
  sounds,
  documents,
  shadow,
  frames,
  addresses,
  recycled,
  growing,
  scrolling,
  layoutShift,
  motion,
  drift,
  sizes,
  many,
  links,
  texts,
  textForum,
  statedPictures,
  wordsAboutAi,
  textTricks,
  covers,
  dialogs,
  ownLabel,
  badFiles,
  hostile,
  hostileWorld,
];
