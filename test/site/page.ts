import type { Bilingual, ExpectedBadge } from '../media/make/specimens/specimen';
import type { MediaEntry } from '../support/corpus/own-media';
import { type Html, html } from './html';

export type Language = keyof Bilingual;

/** Who asked, and where the site's other host is. */
export type SiteRequest = {
  /** Host name the page was asked under. */
  readonly host: string;
  /** `:12345`, or nothing for the standard port. */
  readonly port: string;
  readonly query: URLSearchParams;
};

/** What a test should find on a page: `<script type="application/json" id="expected">` holds a list of these. */
export type Expected = {
  /** The picture. */
  readonly selector: string;
  /** Its file, for people. */
  readonly file: string;
  /** `data-aigc-badge` of the label on it; `null`: no label. */
  readonly badge: ExpectedBadge;
  /** Selector of a button that has to be pressed first. */
  readonly after?: string;
};

/** A page of the specimen site: one situation. */
export type SpecimenPage = {
  /** Name in the URL, `/pages/<id>`. */
  readonly id: string;
  readonly group: GroupId;
  readonly title: Bilingual;
  /** What the situation is. */
  readonly about: Bilingual;
  /** What is to be seen with the extension. */
  readonly expect: Bilingual;
  /** Names of scripts in `static/`. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly render: (page: PageBuilder) => Html;
};

export const GROUPS = {
  states: { zh: '状态', en: 'States' },
  loading: { zh: '加载方式', en: 'Ways of loading' },
  ways: { zh: '显示方式', en: 'Ways of showing' },
  moving: { zh: '移动与尺寸', en: 'Moving and sizes' },
  texts: { zh: '文字与页面声明', en: 'Text and what pages declare' },
  difficult: { zh: '困难情形', en: 'Difficult situations' },
} as const satisfies Record<string, Bilingual>;
export type GroupId = keyof typeof GROUPS;

type PictureOptions = {
  /** URL instead of the file's own: a prefix, another host, a query. */
  readonly src?: string;
  /** Further attributes. */
  readonly attributes?: Readonly<Record<string, string | number>>;
  /** Expected label, where it differs from the manifest's; `'unstated'` keeps the picture out of the list. */
  readonly badge?: ExpectedBadge | 'unstated';
  readonly after?: string;
  readonly id?: string;
};

/** Builds a page's markup and keeps the list of what is expected on it. */
export class PageBuilder {
  readonly language: Language;
  readonly expected: Expected[] = [];
  readonly #request: SiteRequest;
  #pictures = 0;

  constructor(request: SiteRequest) {
    this.#request = request;
    this.language = request.query.get('lang') === 'en' ? 'en' : 'zh';
  }

  /** The text in the language of this page. */
  say(text: Bilingual): string {
    return text[this.language];
  }

  /** Address on the site's other host: another site to the browser. */
  elsewhere(path: string): string {
    const host = this.#request.host.endsWith('.test') ? 'cdn.test' : 'cdn.localhost';
    return `http://${host}${this.#request.port}${path}`;
  }

  /** Link to another page, in the same language. */
  link(path: string): string {
    return this.language === 'en' ? `${path}?lang=en` : path;
  }

  /** An `<img>` of one of our files, with its own size, entered in the list of expectations. */
  picture(entry: MediaEntry, options: PictureOptions = {}): Html {
    const id = options.id ?? `picture-${++this.#pictures}`;
    this.expect(`#${id}`, entry, options);
    const attributes = {
      id,
      src: options.src ?? mediaUrl(entry),
      alt: this.say(entry.shows),
      width: entry.width,
      height: entry.height,
      ...options.attributes,
    };
    return html`<img${Object.entries(attributes).map(([name, value]) => html` ${name}="${value}"`)}>`;
  }

  /** Enters an expectation for a picture that is made otherwise. */
  expect(selector: string, entry: MediaEntry, options: Pick<PictureOptions, 'badge' | 'after'> = {}): void {
    const badge = options.badge === undefined ? badgeOf(entry) : options.badge;
    if (badge === 'unstated') return;
    const after = options.after === undefined ? {} : { after: options.after };
    this.expected.push({ selector, file: entry.file, badge, ...after });
  }

  /** A picture with its caption and what is to be seen on it. */
  figure(entry: MediaEntry, options: PictureOptions & { readonly caption?: Bilingual } = {}): Html {
    const hint = options.badge === undefined ? badgeOf(entry) : options.badge;
    return html`<figure>${this.picture(entry, options)}
      <figcaption><b>${this.say(options.caption ?? entry.shows)}</b>
        <span class="hint">${this.hint(entry, hint)}</span></figcaption></figure>`;
  }

  /** Enters an expectation for a text: the label lies within that element. */
  expectText(selector: string, badge: ExpectedBadge): void {
    this.expected.push({ selector, file: '', badge });
  }

  /** What label a picture should show, in words; as what a program puts out, or the words would be a label themselves. */
  hint(entry: MediaEntry, badge: ExpectedBadge | 'unstated'): Html {
    if (badge === 'unstated') return html``;
    if (badge === null) return html`${this.say({ zh: '不画标识', en: 'No label' })}`;
    const { verdict } = entry;
    const partial = verdict.kind === 'ai' && verdict.extent === 'partial' && badge === 'confirmed';
    const words = this.say(partial ? PARTIAL_WORDS : WORDS[badge]);
    return html`${this.say({ zh: '应标：', en: 'Label: ' })}<samp>${words}</samp>`;
  }
}

/** The label once the credential has been checked; `badge` is what the fast reading gives. */
function badgeOf({ verdict, badge }: MediaEntry): ExpectedBadge {
  return verdict.kind === 'credential-broken' ? 'broken' : badge;
}

const PARTIAL_WORDS: Bilingual = { zh: '含AI合成', en: 'Contains AI' };
const WORDS: Readonly<Record<Exclude<ExpectedBadge, null>, Bilingual>> = {
  confirmed: { zh: 'AI生成', en: 'AI-generated' },
  possible: { zh: '可能为AI生成', en: 'May be AI-generated' },
  suspected: { zh: '疑似AI生成', en: 'Suspected AI-generated' },
  broken: { zh: '凭证与内容不符', en: 'Credential mismatch' },
  captured: { zh: '相机拍摄', en: 'Camera' },
};

/** Path of one of our own files on the server. */
export function mediaUrl(entry: MediaEntry): string {
  return `/media/${entry.file}`;
}
