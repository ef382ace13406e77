import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { wordsIn } from '../../../lib/ui/i18n';
import type { GivenFile } from '../../../lib/ui/inspect/use-files';
import { compareFiles } from '../../../lib/ui/model/compare-files';
import { fileEvidenceJson, givenName, hasLabel, itemOfFile } from '../../../lib/ui/model/given-file';
import { givenOfTransfer, hostOf, readAddress } from '../../../lib/ui/model/given-input';
import { rulePack } from '../../../lib/ui/rule-pack';
import { composite } from '../../support/ui-harness/graphs';
import { sampleItems } from '../../support/ui-harness/samples';

const view = { t: wordsIn('en'), language: 'en' as const, jurisdiction: rulePack('cn') };
const blob = new Blob(['x']);
const sample = (id: string) => sampleItems().find((item) => item.id === id)!.inspection;

function given(name: string, reading: Partial<GivenFile['reading']> = {}): GivenFile {
  return {
    id: name,
    given: { kind: 'file', blob, name: fileText(name) },
    reading: { readAt: '2026-11-21T12:00:00+08:00', ...reading },
    done: true,
  };
}

describe('a given file', () => {
  it('is no item before it was read, and one without a label where nothing was found', () => {
    expect(itemOfFile(given('a.png'))).toBeUndefined();
    const plain = { ...sample('doubao'), verdict: { kind: 'no-label', looked: [] } as const };
    const item = itemOfFile(given('a.png', { inspection: plain }))!;
    expect(hasLabel(item)).toBe(false);
    expect(itemOfFile(given('b.png', { inspection: sample('doubao') }))?.label?.badge).toBe('confirmed');
  });

  it('has a label for a camera capture, because the person asked about this file', () => {
    const captured = {
      ...sample('doubao'),
      verdict: { kind: 'captured', because: [sample('forged').findings[1]!] },
    };
    const item = itemOfFile(given('c.jpg', { inspection: captured as never }));
    expect(item?.label?.badge).toBe('captured');
  });

  it('is under way only while its credential is being checked, and never stays so', () => {
    const pendingWith = (credential: NonNullable<GivenFile['reading']['inspection']>['credential']) =>
      itemOfFile(given('d.txt', { inspection: { ...sample('doubao'), credential: credential! } }))?.label
        ?.pending;
    expect(pendingWith({ kind: 'checking' })).toBe(true);
    expect(pendingWith({ kind: 'unchecked', why: 'unsupported' })).toBe(false);
    expect(pendingWith({ kind: 'unchecked', why: 'checker-failed' })).toBe(false);
  });

  it('is named by its own name or its address', () => {
    const byUrl = (url: string) => givenName({ given: { kind: 'url', url } });
    expect(givenName(given('图.png'))).toBe('图.png');
    expect(byUrl('https://a.example/x/y.jpg?z=1')).toBe('y.jpg');
    expect(byUrl('https://a.example/')).toBe('a.example');
  });

  it('is saved with hash and history, without pictures and memory addresses', () => {
    const file = given('a.png', { sha256: 'ab', preview: 'blob:x', graph: composite });
    const saved = JSON.parse(fileEvidenceJson(file, '2026-11-21T12:30:00+08:00', '0.1.0'));
    expect(saved).toMatchObject({ format: 'bianshi-file-evidence', name: 'a.png', sha256: 'ab' });
    expect(saved.graph.nodes).toHaveLength(3);
    expect(JSON.stringify(saved)).not.toMatch(/blob:|data:image/);
  });
});

describe('compareFiles', () => {
  it('lists what both state and marks what differs', () => {
    const left = given('a', { size: 10, sha256: 'aa', inspection: sample('doubao') });
    const right = given('b', { size: 10, sha256: 'bb', inspection: sample('partial') });
    const rows = compareFiles(left, right, view);
    const row = (name: string) => rows.find((one) => one.name === name);
    expect(row('Size')).toEqual({ name: 'Size', left: '10 bytes', right: '10 bytes', same: true });
    expect(row('SHA-256')?.same).toBe(false);
    expect(row('Result')).toMatchObject({ left: 'AI-generated', right: 'Contains AI', same: false });
    expect(row('IPTC source statement')).toMatchObject({ left: '', same: false });
  });

  it('finds nothing different between a file and itself', () => {
    const file = given('a', { size: 10, sha256: 'aa', inspection: sample('forged'), graph: composite });
    expect(compareFiles(file, file, view).filter(({ same }) => !same)).toEqual([]);
  });
});

describe('what a person gives', () => {
  const transfer = (files: readonly File[], texts: { readonly [format: string]: string } = {}) => ({
    files,
    getData: (format: string) => texts[format] ?? '',
  });

  it('takes files before text', () => {
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    const taken = givenOfTransfer(transfer([file], { 'text/plain': 'https://a.example/' }), 'pasted');
    expect(taken).toEqual([{ kind: 'pasted', blob: file, name: 'a.png' }]);
  });

  it('takes an address, and nothing else, from text', () => {
    expect(givenOfTransfer(transfer([], { 'text/plain': ' https://a.example/x ' }), 'pasted')).toEqual([
      { kind: 'url', url: 'https://a.example/x' },
    ]);
    expect(
      givenOfTransfer(transfer([], { 'text/plain': 'a sentence https://a.example/' }), 'pasted'),
    ).toEqual([]);
    expect(givenOfTransfer(null, 'file')).toEqual([]);
  });

  it('follows http and https only', () => {
    expect(readAddress('javascript:alert(1)')).toBeUndefined();
    expect(readAddress('file:///etc/passwd')).toBeUndefined();
    expect(readAddress(`https://a.example/${'x'.repeat(9000)}`)).toBeUndefined();
    expect(hostOf('http://A.example:8080/x')).toBe('a.example:8080');
  });
});
