import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textMarks } from '../../../lib/page/claims/text-marks';
import { readPageFact } from '../../../lib/signals/page/read-page-fact';
import { combine } from '../../../lib/verdict/combine';
import { pageOf } from './page-of';

/** One block of the corpus: a piece of a page, and what its text says of its origin. */
export type CorpusBlock = {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly layout: string;
  readonly html: string;
  readonly expect: { readonly state: string; readonly extent: string } | null;
  readonly why: string;
};

export function readBlocks(file: string): readonly CorpusBlock[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as CorpusBlock]));
}

/** What gathering and reading a block's marks says of it, as the extension does on a page. */
export function runBlock({ html }: Pick<CorpusBlock, 'html'>): CorpusBlock['expect'] {
  const claims = [...textMarks.gather(pageOf(html))];
  const verdict = combine(
    claims.flatMap((claim) => (claim ? readPageFact(claim.fact) : [])),
    [],
  );
  return verdict.kind === 'ai' ? { state: verdict.state, extent: verdict.extent } : null;
}
