import { blog } from './blog';
import { cards } from './cards';
import { carousel } from './carousel';
import { chat } from './chat';
import { comments } from './comments';
import { compare } from './compare';
import { dashboard } from './dashboard';
import { feed } from './feed';
import { forum } from './forum';
import type { LayoutPage } from './layout-page';
import { lightbox } from './lightbox';
import { mail } from './mail';
import { map } from './map';
import { masonry } from './masonry';
import { news } from './news';
import { product } from './product';
import { reader } from './reader';
import { rtlNews } from './rtl-news';
import { search } from './search';
import { shop } from './shop';
import { stock } from './stock';
import { story } from './story';
import { timeline } from './timeline';
import { videoSite } from './video-site';
import { wiki } from './wiki';

/** Every layout; each is checked and photographed by `layouts.e2e.ts`. */
export const LAYOUTS: readonly LayoutPage[] = [
  news,
  search,
  timeline,
  lightbox,
  shop,
  forum,
  chat,
  wiki,
  videoSite,
  masonry,
  carousel,
  blog,
  reader,
  stock,
  map,
  dashboard,
  product,
  story,
  comments,
  mail,
  rtlNews,
  cards,
  feed,
  compare,
];
