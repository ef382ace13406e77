import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cborBox, manifestBox, superbox } from '../../support/samples/jumbf';
import { caBX, png, tEXt } from '../../support/samples/png';
import { ROOT } from '../../support/source/modules';

const LABEL =
  '{"AIGC":{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"p1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}}';

type Run = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command as a person does, in a process of its own. */
function inspect(...args: readonly string[]): Promise<Run> {
  const command = ['--no-install', 'vite-node', 'lib/cli/inspect.ts', '--', ...args];
  return new Promise((resolve) => {
    execFile('npx', command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const jsonLines = ({ out }: Run): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bianshi-'));
  writeFileSync(join(folder, 'a-labelled.png'), png({ before: [tEXt('AIGC', LABEL)] }));
  writeFileSync(join(folder, 'b-plain.png'), png());
  writeFileSync(join(folder, 'c-text.png'), 'not a picture\0');
  writeFileSync(
    join(folder, 'd-escape.png'),
    png({ before: [tEXt('AIGC', '{"Label":"1","ProduceID":"\u001b[31m"}')] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const AI = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const store = (label: string): Uint8Array => {
  const actions = { actions: [{ action: 'c2pa.created', digitalSourceType: AI }] };
  return superbox('c2pa', 'c2pa', manifestBox({ label, assertions: [cborBox('c2pa.actions.v2', actions)] }));
};

describe('a credential beside a file', { timeout: 60_000 }, () => {
  let beside: string;
  beforeAll(() => {
    beside = mkdtempSync(join(tmpdir(), 'bianshi-'));
    writeFileSync(join(beside, 'a.png'), png());
    writeFileSync(join(beside, 'a.png.c2pa'), store('by the whole name'));
    writeFileSync(join(beside, 'a.c2pa'), store('by the stem'));
    writeFileSync(join(beside, 'b.png'), png());
    writeFileSync(join(beside, 'b.png.c2pa'), 'no store');
    writeFileSync(join(beside, 'b.c2pa'), store('by the stem'));
    writeFileSync(join(beside, 'c.png'), png({ before: [caBX(store('embedded'))] }));
    writeFileSync(join(beside, 'c.png.c2pa'), store('beside'));
    writeFileSync(join(beside, 'd.png'), png());
  });
  afterAll(() => rmSync(beside, { recursive: true }));

  const file = (name: string): string => join(beside, name);

  it('is looked for by the whole name, then by the stem, and not where one is embedded', async () => {
    const run = await inspect(
      '--json',
      file('a.png'),
      file('b.png'),
      file('c.png'),
      file('d.png'),
      file('a.c2pa'),
    );
    const lines = jsonLines(run).map(({ sidecar, container, verdict, findings }) => {
      const [first] = findings as readonly { where: string }[];
      return [sidecar, container, (verdict as { kind: string }).kind, first?.where];
    });
    expect(lines).toEqual([
      ['a.png.c2pa', 'png', 'ai', 'a.png.c2pa › C2PA › JUMBF › c2pa.actions.v2'],
      ['b.c2pa', 'png', 'ai', 'b.c2pa › C2PA › JUMBF › c2pa.actions.v2'],
      [undefined, 'png', 'ai', 'PNG › caBX › c2pa.actions.v2'],
      [undefined, 'png', 'no-label', undefined],
      [undefined, 'c2pa', 'ai', 'C2PA › JUMBF › c2pa.actions.v2'],
    ]);
  });

  it('is said to stand beside the file', async () => {
    const { out } = await inspect(file('a.png'));
    expect(out).toContain('Content Credentials beside the file, in a.png.c2pa; not checked against the file');
    expect((await inspect(file('c.png'))).out).not.toContain('beside the file');
  });
});

describe('npm run inspect', { timeout: 60_000 }, () => {
  it('prints one documented JSON object a line, in name order', async () => {
    const run = await inspect('--json', folder);
    const lines = jsonLines(run);
    expect([run.code, lines.length]).toEqual([0, 4]);
    expect(lines[0]).toEqual({
      file: join(folder, 'a-labelled.png'),
      container: 'png',
      verdict: { kind: 'ai', state: 'confirmed', extent: 'unknown', assurance: 'unsigned' },
      findings: [
        {
          signal: 'gb45438',
          where: 'PNG › tEXt › AIGC',
          offset: expect.any(Number),
          value: LABEL,
          assurance: 'unsigned',
          producer: expect.stringContaining('001191110102MACQD9K64010000'),
        },
      ],
      remarks: expect.any(Array),
      bytesRead: expect.any(Number),
      reads: 1,
      ms: expect.any(Number),
    });
    expect(lines[1]).toMatchObject({
      container: 'png',
      verdict: { kind: 'no-label' },
      findings: [],
      remarks: [],
    });
    expect(lines[2]).toMatchObject({
      container: 'unknown',
      verdict: { kind: 'unreadable', why: 'unsupported' },
    });
  });

  it('says what cannot be opened, goes on, and ends with 2', async () => {
    const run = await inspect('--json', join(folder, 'missing.png'), join(folder, 'b-plain.png'));
    expect(jsonLines(run).map(({ verdict }) => verdict)).toEqual([
      { kind: 'unreadable', why: 'ENOENT' },
      { kind: 'no-label' },
    ]);
    expect(run.code).toBe(2);
  });

  it('prints for people without letting a file drive the terminal', async () => {
    const { out, code } = await inspect(join(folder, 'd-escape.png'), join(folder, 'b-plain.png'));
    expect(code).toBe(0);
    expect(out).toContain('png · AI: confirmed, extent unknown, unsigned');
    expect(out).toContain('no label found (which does not mean: not AI)');
    expect(out).not.toContain('\u001b');
  });

  it('explains itself when it is not given what it needs', async () => {
    const [none, unknown, help] = await Promise.all([inspect(), inspect('--jsn', 'x'), inspect('--help')]);
    expect([none.code, unknown.code, help.code]).toEqual([2, 2, 0]);
    expect(none.err).toContain('usage:');
    expect(unknown.err).toContain('unknown option --jsn');
    expect(help.out).toContain('usage:');
  });
});

describe('--verify', { timeout: 60_000 }, () => {
  const media = (name: string) => join(ROOT, 'test/media', name);

  it('checks credentials, and leaves files without any alone', async () => {
    const run = await inspect(
      '--json',
      '--verify',
      media('c2pa/created.jpg'),
      media('c2pa/tampered.jpg'),
      media('plain/lake.jpg'),
    );
    expect(run.code).toBe(0);
    const [intact, changed, plain] = jsonLines(run);
    expect(intact).toMatchObject({
      verdict: { kind: 'ai', state: 'confirmed', assurance: 'signed-unlisted' },
      credential: {
        kind: 'checked',
        integrity: 'intact',
        signer: 'unlisted',
        failures: ['signingCredential.untrusted'],
      },
    });
    expect(changed).toMatchObject({
      verdict: { kind: 'credential-broken' },
      credential: { integrity: 'content-changed' },
    });
    expect(plain).not.toHaveProperty('credential');
  });

  it('says in a line for people what holds and who signed', async () => {
    const { out } = await inspect('--verify', media('c2pa/capture.jpg'));
    expect(out).toContain('captured by a camera, signed-unlisted');
    expect(out).toContain(
      '  credential: intact · signer on no list · Bianshi TEST signer - not for use, Bianshi specimen tests',
    );
  });
});
