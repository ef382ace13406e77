import { fileText } from '../../../lib/bytes/file-text';
import type { FileInspector, FileReading, Given } from '../../../lib/ui/inspect/file-inspector';
import { SAMPLE_HISTORIES } from './graphs';
import { credentialItems, sampleItems } from './samples';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Knows the sample items by file name (`gemini.png`); `plain`, `unreadable` and `gone` for what has no label. */
export function fakeInspector(pictures: string): FileInspector {
  return {
    read: async (given, tell) => tell(readingOf(given, pictures)),
    check: async () => undefined,
    lookIntoPixels: async (reading, tell) => tell({ ...reading, pixels: 'nothing' }),
    release: () => undefined,
  };
}

function readingOf(given: Given, pictures: string): FileReading {
  const stem =
    (given.kind === 'url' ? given.url : given.kind === 'text' ? given.text : given.name)
      .split('/')
      .at(-1)
      ?.split('.')[0] ?? '';
  const readAt = '2026-11-21T12:30:00+08:00';
  const sample = [...sampleItems(), ...credentialItems()].find(({ id }) => id === stem);
  const file = {
    readAt,
    size: 18_944 + stem.length,
    mime: fileText('image/png'),
    preview: `${pictures}/${stem}.png`,
  };
  const none = { container: 'png', findings: [], remarks: [] } as const;
  const read = { state: 'complete', bytes: 4096, reads: 1 } as const;
  if (stem === 'gone') {
    const verdict = { kind: 'not-checked', why: 'private-network' } as const;
    return { readAt, noHash: 'not-whole', inspection: { ...none, verdict, read } };
  }
  if (stem === 'unreadable') {
    const verdict = { kind: 'unreadable', why: 'truncated' } as const;
    return { ...file, sha256: HASH, mime: fileText(''), inspection: { ...none, verdict, read } };
  }
  if (stem.startsWith('bianshi-report')) {
    const verdict = { kind: 'no-label', looked: ['c2pa'] } as const;
    return {
      ...file,
      mime: fileText('application/zip'),
      sha256: HASH,
      inspection: { ...none, container: 'zip', verdict, read },
    };
  }
  const graph = SAMPLE_HISTORIES.get(stem);
  return {
    ...file,
    pixels: stem === 'gemini' ? 'found' : 'offered',
    sha256: stem === 'doubao' ? HASH.replace('9', 'a') : HASH,
    inspection: sample?.inspection ?? { ...none, verdict: { kind: 'no-label', looked: ['c2pa'] }, read },
    ...(graph === undefined ? {} : { graph }),
  };
}
