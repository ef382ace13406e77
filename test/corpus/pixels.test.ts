import { describe, expect, it } from 'vitest';
import { fileSource } from '../../lib/cli/file-source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import { inspectPixels } from '../../lib/inspect/inspect-pixels';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { checkSecuritySignature } from '../../lib/signatures/check-security-signature';
import { corpusPath, findCorpus } from '../support/corpus/corpus';

/** What only pixels say, in every PNG of the corpus: exactly these, and nothing in any other. */
const STATED: ReadonlyMap<string, readonly string[]> = new Map([
  ['generator/automatic1111_stealth.png', ['generator:a1111 | PNG › alpha channel | unsigned']],
  [
    'generator/png-novelai-curated.png',
    [
      'novelai-signature | PNG › tEXt › Comment | vendor-signed',
      'generator:novelai | PNG › alpha channel | unsigned',
    ],
  ],
  ['watermark/sd-v1.png', ['dwtdct | PNG › pixels › dwtDct | unsigned']],
  ['watermark/sdxl.png', ['dwtdct | PNG › pixels › dwtDct | unsigned']],
]);

/** PNG files whose pixels cannot be decoded: hostile ones. */
const UNDECODED: ReadonlyMap<string, string> = new Map([
  ['hostile/empty.png', 'unsupported'],
  ['hostile/png-huge-chunk-length.png', 'truncated'],
  ['hostile/text-named-png.png', 'unsupported'],
]);

const rules = loadRuleBook();
const corpus = findCorpus();
const pictures = corpus.found ? corpus.entries.filter(({ file }) => file.endsWith('.png')) : [];

async function look(path: string) {
  const source = await fileSource(path);
  try {
    const first = await inspect(source, { rules });
    return { first, both: await inspectPixels(source, first, { rules }) };
  } finally {
    await source.close();
  }
}

describe.skipIf(!corpus.found)('pixels of the corpus', () => {
  it.each(pictures)('$file', async (entry) => {
    const { first, both } = await look(corpus.found ? corpusPath(corpus.folder, entry) : '');
    const added = both.findings.slice(first.findings.length);
    const lines = added.map(
      ({ signal, place, assurance }) => `${signal} | ${place.path.join(' › ')} | ${assurance}`,
    );
    expect(both.pixels).toBe(UNDECODED.get(entry.file) ?? 'decoded');
    expect(lines).toEqual(STATED.get(entry.file) ?? []);
    expect(both.remarks.slice(first.remarks.length)).toEqual([]);
  });

  it('holds every file named above', () => {
    const names = pictures.map(({ file }) => file);
    expect([...STATED.keys(), ...UNDECODED.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe.skipIf(!corpus.found)('signatures of the corpus', () => {
  it('verify in the signed front matter: the producer’s; the propagator’s is of a text nobody has established', async () => {
    const file = 'text/gb-frontmatter-sm2-signed.md';
    const entry = corpus.found ? corpus.entries.find((one) => one.file === file) : undefined;
    const source = await fileSource(corpus.found && entry ? corpusPath(corpus.folder, entry) : '');
    const options = { rules, formats: ALL_FORMATS, signatures: checkSecuritySignature };
    const { findings } = await inspect(source, options);
    await source.close();
    expect(findings.map(({ gb }) => gb?.signatures?.map(({ code, result }) => [code, result]))).toEqual([
      [
        ['ReservedCode1', { state: 'matches' }],
        ['ReservedCode2', { state: 'unchecked', why: 'message' }],
      ],
    ]);
  });
});
