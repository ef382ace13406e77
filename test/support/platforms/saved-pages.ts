import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

const FOLDER = fileURLToPath(new URL('../../site/platforms/', import.meta.url));

/** A page made like a platform's, with nothing around it that runs. */
export function platformPage(rule: string, name: string): Document {
  return documentFrom(readFileSync(`${FOLDER}${rule}/${name}.html`, 'utf8'));
}

/** A document of that markup; it has no layout, no styles and no scripts that run. */
export function documentFrom(markup: string): Document {
  return parseHTML(markup).document as unknown as Document;
}

/** Names of the pages made for a platform, without `.html`. */
export function platformPages(rule: string): readonly string[] {
  return readdirSync(FOLDER + rule).map((name) => name.replace(/\.html$/, ''));
}
