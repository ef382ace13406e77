import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { buildPackage } from '../../../lib/reports/package/build-package';
import { findingsJson } from '../../../lib/reports/package/findings-json';
import { openPackage } from '../../../lib/reports/package/open-package';
import type { PackagePart } from '../../../lib/reports/package/package-manifest';
import { reportPage } from '../../../lib/reports/package/report-page';
import { sampleReport } from '../../support/reports/sample-report';
import { sampleItems } from '../../support/ui-harness/samples';

const HEAD = {
  program: 'Bianshi 0.1.0',
  reportId: '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c',
  createdAt: '2026-11-21T12:30:00+08:00',
};
const part = (change: Partial<PackagePart> = {}): PackagePart => ({
  kind: 'original',
  name: 'original.jpg',
  mime: 'image/jpeg',
  bytes: new Uint8Array([1, 2, 3]),
  ...change,
});
const report = (): PackagePart =>
  part({
    kind: 'report',
    name: 'report.json',
    mime: 'application/json',
    bytes: strToU8(JSON.stringify(sampleReport())),
  });
const states = (opened: Awaited<ReturnType<typeof openPackage>>) =>
  'fault' in opened ? opened.fault : opened.parts.map(({ name, state }) => `${name} ${state}`);

/** A package with another content behind the same manifest. */
async function tampered(change: Record<string, Uint8Array | undefined>): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await openPackage(await buildPackage([report(), part()], HEAD));
  if ('fault' in opened) throw new Error(opened.fault);
  const files = new Map(opened.parts.map(({ name, bytes }) => [name, bytes]));
  files.set('manifest.json', strToU8(JSON.stringify(opened.manifest)));
  for (const [name, bytes] of Object.entries(change)) files.set(name, bytes as Uint8Array<ArrayBuffer>);
  const there = [...files].filter(([, bytes]) => bytes !== undefined) as [string, Uint8Array][];
  return zipSync(Object.fromEntries(there));
}

/** Declares another unpacked size in every entry of the directory (APPNOTE.TXT 4.3.12, offset 24). */
function declaring(zip: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(zip);
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 46 <= changed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return changed;
}

describe('a package', () => {
  it('is the same for the same parts', async () => {
    const parts = [report(), part()];
    expect(await buildPackage(parts, HEAD)).toEqual(await buildPackage(parts, HEAD));
  });

  it('opens again with every hash right and its report read', async () => {
    const opened = await openPackage(await buildPackage([report(), part()], HEAD));
    if ('fault' in opened) throw new Error(opened.fault);
    expect(states(opened)).toEqual(['report.json same', 'original.jpg same']);
    expect(opened.manifest.parts[1]).toEqual({
      kind: 'original',
      name: 'original.jpg',
      mime: 'image/jpeg',
      size: 3,
      sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    });
    expect(opened.report?.report_id).toBe(HEAD.reportId);
  });

  it.each([
    ['names with folders', part({ name: '../x.jpg' })],
    ['the name of the manifest', part({ name: 'manifest.json' })],
  ])('refuses %s', async (_, bad) => {
    await expect(buildPackage([bad], HEAD)).rejects.toThrow(RangeError);
  });

  it('refuses one name twice', async () => {
    await expect(buildPackage([part(), part()], HEAD)).rejects.toThrow(RangeError);
  });
});

describe('openPackage', () => {
  it('says what was changed, is missing, or does not belong', async () => {
    expect(states(await openPackage(await tampered({ 'original.jpg': new Uint8Array([1, 2, 4]) })))).toEqual([
      'report.json same',
      'original.jpg changed',
    ]);
    expect(states(await openPackage(await tampered({ 'original.jpg': undefined })))).toEqual([
      'report.json same',
      'original.jpg missing',
    ]);
    expect(states(await openPackage(await tampered({ 'virus.exe': strToU8('MZ') })))).toEqual([
      'report.json same',
      'original.jpg same',
      'virus.exe extra',
    ]);
  });

  it('shows no report that was changed', async () => {
    const opened = await openPackage(await tampered({ 'report.json': strToU8('{}') }));
    expect('fault' in opened ? opened.fault : opened.report).toBeUndefined();
  });

  it.each([
    ['no ZIP', strToU8('%PDF-1.7'), 'unreadable'],
    ['nothing', new Uint8Array(0), 'unreadable'],
    ['a ZIP without a manifest', zipSync({ 'a.txt': strToU8('a') }), 'no-package'],
    ['a manifest that is none', zipSync({ 'manifest.json': strToU8('{"format":"other"}') }), 'no-package'],
    [
      'more entries than any of ours',
      zipSync(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}.txt`, strToU8('')]))),
      'too-large',
    ],
  ])('opens %s as no package', async (_, zip, fault) => {
    expect(await openPackage(zip as Uint8Array<ArrayBuffer>)).toEqual({ fault });
  });

  it('refuses a bomb before it unpacks anything', async () => {
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.bin`, strToU8('x')]));
    const bomb = declaring(zipSync(files), 60 * 1024 * 1024);
    expect(await openPackage(bomb)).toEqual({ fault: 'too-large' });
  });

  it('unpacks no more than an entry declares', async () => {
    const zip = zipSync({ 'manifest.json': strToU8(' '.repeat(1024 * 1024)) }, { level: 9 });
    expect(await openPackage(declaring(zip, 10))).toEqual({ fault: 'no-package' });
  });

  it('takes a directory that lies about sizes and counts for what it is', async () => {
    const zip = await buildPackage([report(), part()], HEAD);
    const lying = zip.slice();
    const end = lying.length - 22;
    new DataView(lying.buffer).setUint16(end + 8, 0xffff, true);
    expect(await openPackage(lying)).toHaveProperty('fault');
  });

  it('keeps entries with names of the language apart from properties', async () => {
    const opened = await openPackage(
      await tampered({ constructor: strToU8('x'), '../../evil.sh': strToU8('x') }),
    );
    expect(states(opened)).toEqual([
      'report.json same',
      'original.jpg same',
      'constructor extra',
      '../../evil.sh extra',
    ]);
  });

  it('survives every truncation and many changed bytes', async () => {
    const zip = await buildPackage([report(), part()], HEAD);
    for (let length = 0; length < zip.length; length += 31)
      expect(await openPackage(zip.slice(0, length))).toHaveProperty('fault');
    for (let at = 0; at < zip.length; at += 17) {
      const changed = zip.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(await openPackage(changed)).toBeTypeOf('object');
    }
  });
});

describe('reportPage', () => {
  const hostile = '<img src=x onerror=alert(1)></title><script>alert(1)</script>"\'&';

  it('escapes everything and forbids scripts and requests', () => {
    const html = reportPage({
      sections: [{ title: hostile, lines: [{ name: hostile, value: hostile }] }],
      language: 'en',
    });
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  });

  it('shows the text alone once it was changed by hand', () => {
    const html = reportPage({
      sections: [{ lines: [{ value: 'not this' }] }],
      language: 'zh-CN',
      editedText: `mine ${hostile}`,
    });
    expect(html).toContain('<pre>mine &lt;img');
    expect(html).not.toContain('not this');
  });

  it('takes nothing for a screenshot but a PNG in base64', () => {
    const page = (screenshot: string) => reportPage({ sections: [], language: 'en', screenshot });
    expect(page('data:image/png;base64,iVBORw0KGgo=')).toContain('src="data:image/png;base64,iVBORw0KGgo="');
    expect(page('data:image/png;base64,x" onerror="alert(1)')).not.toContain('<img');
    expect(page('https://tracker.example/x.png')).not.toContain('<img');
  });
});

describe('findingsJson', () => {
  it('holds what was read and no address', () => {
    const [item] = sampleItems();
    if (item === undefined) throw new Error('no sample');
    const json = findingsJson({ ...item, alt: fileText('secret') }, 'Bianshi 0.1.0', HEAD.createdAt);
    expect(JSON.parse(json).item.inspection).toEqual(item.inspection);
    expect(json).not.toContain('news.example');
    expect(json).not.toContain('secret');
  });
});
