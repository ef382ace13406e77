import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { Inspection } from '../../../lib/inspect/inspection';
import { joinSidecar } from '../../../lib/inspect/join-sidecar';
import type { Finding, Statement } from '../../../lib/signals/finding';
import type { Verdict } from '../../../lib/verdict/verdict';

const AI: Statement = { kind: 'ai', state: 'confirmed', extent: 'full' };
const finding = (states: Statement): Finding => ({
  signal: 'c2pa',
  place: { path: ['C2PA', 'JUMBF'], offset: 7 },
  raw: fileText('x'),
  states,
  assurance: 'pending',
  remarks: [],
});
const NO_LABEL: Verdict = { kind: 'no-label', looked: [] };
const inspection = (verdict: Verdict, ...findings: readonly Finding[]): Inspection => ({
  container: 'png',
  verdict,
  findings,
  remarks: [],
  read: { state: 'complete', bytes: 100, reads: 2 },
});

describe('joinSidecar', () => {
  it('takes the findings beside the file into the verdict, under the name of their file', () => {
    const joined = joinSidecar(inspection(NO_LABEL), inspection(NO_LABEL, finding(AI)), 'a.png.c2pa');
    expect(joined.findings.map(({ place }) => place)).toEqual([
      { path: ['a.png.c2pa', 'C2PA', 'JUMBF'], offset: 7 },
    ]);
    expect(joined.verdict).toMatchObject({ kind: 'ai', state: 'confirmed', because: [joined.findings[0]] });
    expect(joined.read).toEqual({ state: 'complete', bytes: 200, reads: 4 });
  });

  it('leaves a file unreadable where nothing beside it states an origin', () => {
    const own = inspection({ kind: 'unreadable', why: 'truncated' });
    const beside = inspection(NO_LABEL, finding({ kind: 'nothing' }));
    expect(joinSidecar(own, beside, 'a.c2pa').verdict).toEqual({ kind: 'unreadable', why: 'truncated' });
  });
});
