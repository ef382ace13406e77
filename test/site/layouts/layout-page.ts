import { ownFile } from '../../support/corpus/own-media';
import { type Html, html } from '../html';
import type { PageBuilder } from '../page';

/** A page as sites of a kind build them, without the specimen site around it: `/layouts/<id>`. */
export type LayoutPage = {
  readonly id: string;
  readonly title: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly css: string;
  /** Script of the page, as a module. */
  readonly script?: string;
  readonly render: (pictures: Pictures) => Html;
};

const LABELLED = [
  'gb/label-1-xmp-element.jpg',
  'gb/label-2-xmp.webp',
  'gb/label-3-exif.jpg',
  'c2pa/created.jpg',
];
const PLAIN = ['plain/lake.jpg', 'plain/sea.webp'];
const THUMBNAILS = 10;

/** Pictures of a layout, in turn from our own files; each is entered in the list of what is expected. */
export class Pictures {
  #count = 0;

  constructor(readonly page: PageBuilder) {}

  /** A picture that is to have a label. */
  ai(className = '', style = ''): Html {
    return this.#picture(LABELLED[this.#count % LABELLED.length] ?? '', className, style);
  }

  /** A picture that is to have none. */
  plain(className = '', style = ''): Html {
    return this.#picture(PLAIN[this.#count % PLAIN.length] ?? '', className, style);
  }

  /** A small picture that is to have none: an avatar, a logo. */
  small(className = '', style = ''): Html {
    return this.#picture(`thumbs/plain-${this.#count % THUMBNAILS}.jpg`, className, style);
  }

  /** One labelled among `every` pictures. */
  run(count: number, every: number, wrap: (picture: Html, index: number) => Html): readonly Html[] {
    return Array.from({ length: count }, (_, index) =>
      wrap(index % every === 0 ? this.ai() : this.plain(), index),
    );
  }

  /** A labelled picture that is covered at first: it is to have no label. */
  covered(className = '', style = ''): Html {
    return this.#picture(LABELLED[0] ?? '', className, style, null);
  }

  /** A picture that lies under others: what is to be seen in its place is said by those. */
  under(className = '', style = ''): Html {
    return this.#picture('thumbs/plain-0.jpg', className, style, 'unstated');
  }

  #picture(file: string, className: string, style: string, badge?: null | 'unstated'): Html {
    this.#count += 1;
    const entry = ownFile(file);
    const more = badge === undefined ? {} : { badge };
    const attributes = { class: className, style, alt: '' };
    return this.page.picture(entry, { src: `/media/${file}?n=${this.#count}`, attributes, ...more });
  }
}

/** Some lines of filler. */
export function lines(count: number): Html {
  return html`${Array.from({ length: count }, () => html`<p class="t">这里是一段示例文字，用来撑起版面。Filler words that make up a column of text.</p>`)}`;
}
