import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findCorpus } from '../../support/corpus/corpus';
import { contentTypeOf } from '../../support/server/content-type';
import { rangeAnswer } from '../../support/server/range-answer';
import { ROOT } from '../../support/source/modules';
import { drawFiller, type Picture } from './filler';

/** Hosts of the bench: the page's own, and one of another site. Resolved to this machine by the browsers' settings. */
export const BENCH_HOSTS = ['page.test', 'pictures.test'] as const;

/** One picture in so many carries a label. */
const ONE_IN = 20;

export type Layout = 'gallery' | 'elements' | 'endless';
export type Pages = {
  readonly layout: Layout;
  readonly pictures: number;
  /** Whose pictures: the page's own server's, another site's, or another site's that lets every page read. */
  readonly from: 'same' | 'cross' | 'cors';
};

/** What reached the server and no page asked for: requests with a `Range`, which `<img>` never sends. */
export type Extra = { readonly requests: number; readonly bytes: number };

export type Gallery = {
  url(pages: Pages): string;
  /** Counts since the last call. */
  takeExtra(): Extra;
  close(): Promise<void>;
};

/** Serves pages of pictures. Every picture has an address of its own; the files behind them repeat. */
export async function startGallery(): Promise<Gallery> {
  const files = {
    plain: [...(await drawFiller()), ...pictures(PLAIN, 'negative/avif-Irvine_CA.avif')],
    labelled: pictures(LABELLED, 'gb45438/xmp.avif'),
  };
  let extra: Extra = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const sent = answer(request, response, files);
    if (request.headers.range !== undefined)
      extra = { requests: extra.requests + 1, bytes: extra.bytes + sent };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: ({ layout, pictures: count, from }) => `http://page.test:${port}/${layout}?n=${count}&from=${from}`,
    takeExtra: () => {
      const taken = extra;
      extra = { requests: 0, bytes: 0 };
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const PLAIN = ['plain/camera-metadata.jpg'];
const LABELLED = ['gb/label-1-xmp-element.jpg', 'gb/label-1-itxt-xmp.png', 'gb/label-1-xmp.webp'];

/** The named own pictures, and one AVIF where the corpus is: none of ours is one. */
function pictures(names: readonly string[], avif: string): readonly Picture[] {
  const paths = names.map((name) => join(ROOT, 'test/media', name));
  const corpus = findCorpus();
  const all = corpus.found ? [...paths, join(corpus.folder, avif)] : paths;
  return all.map((path) => ({ bytes: readFileSync(path), type: contentTypeOf(path) }));
}

/** Which of each twenty it is. */
const LABELLED_AT = 3;

const isLabelled = (index: number): boolean => index % ONE_IN === LABELLED_AT;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: Readonly<Record<'plain' | 'labelled', readonly Picture[]>>,
): number {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench.invalid');
  const [, kind = '', index = ''] =
    /^\/(plain|labelled|cors-plain|cors-labelled)\/(\d+)$/.exec(pathname) ?? [];
  if (kind === '') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(pathname, searchParams, request));
    return 0;
  }
  const all = files[kind.endsWith('labelled') ? 'labelled' : 'plain'];
  const picture = all[Math.floor(Number(index) / (kind.endsWith('labelled') ? ONE_IN : 1)) % all.length];
  return picture ? send(request, response, picture, kind.startsWith('cors-')) : 0;
}

function send(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { bytes, type }: Picture,
  isOpen: boolean,
): number {
  const { status, headers: plain, body } = rangeAnswer(headers.range, bytes, type);
  response.writeHead(status, {
    ...plain,
    'cache-control': 'public, max-age=3600',
    ...(isOpen && { 'access-control-allow-origin': '*' }),
  });
  response.end(body);
  return body.length;
}

function page(path: string, query: URLSearchParams, { headers }: IncomingMessage): string {
  const count = Number(query.get('n') ?? 0);
  const from = query.get('from') ?? 'same';
  const host = from === 'same' ? '' : `http://${(headers.host ?? '').replace('page.test', 'pictures.test')}`;
  const source = (index: number) =>
    `${host}/${from === 'cors' ? 'cors-' : ''}${isLabelled(index) ? 'labelled' : 'plain'}/${index}`;
  const first = count === 1 ? LABELLED_AT : 0;
  const sources = Array.from({ length: count }, (_, index) => source(first + index));
  const body = path === '/endless' ? endless(sources) : still(sources, path === '/elements' ? 5000 : 0);
  return `<!doctype html><meta charset="utf-8"><title>bench</title><style>${STYLE}</style>${body}`;
}

const STYLE = `body{margin:0;font:14px/20px sans-serif}img{width:220px;height:150px;object-fit:cover}
.grid{display:grid;grid-template-columns:repeat(5,220px);gap:20px;padding:20px}.far{position:relative}
.far img{position:absolute}p{margin:2px}`;

function still(sources: readonly string[], elements: number): string {
  const images = sources.map((source) => `<img src="${source}" alt="">`).join('');
  const words = Array.from({ length: elements }, (_, index) => `<p>${index} words</p>`).join('');
  return `<div class="grid">${images}</div>${words}`;
}

/** A list that keeps sixty elements for all its pictures and gives them new sources as it is scrolled. */
function endless(sources: readonly string[]): string {
  return `<div class="far"></div><script>
const sources=${JSON.stringify(sources)},columns=5,high=170,kept=60,list=document.querySelector('.far'),images=[];
list.style.height=Math.ceil(sources.length/columns)*high+'px';
for(let i=0;i<kept;i++)images.push(list.appendChild(new Image()));
const place=()=>{const first=Math.max(0,Math.floor(scrollY/high)-1)*columns;
for(let i=first;i<Math.min(first+kept,sources.length);i++){const image=images[i%kept];
if(image.dataset.at===String(i))continue;image.dataset.at=i;image.src=sources[i];
image.style.cssText='left:'+(i%columns)*240+'px;top:'+Math.floor(i/columns)*high+'px'}};
addEventListener('scroll',place,{passive:true});place();</script>`;
}
