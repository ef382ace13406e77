import { describe, expect, it } from 'vitest';
import { MAX_SFNT_TABLES, MAX_SFNT_URI_BYTES } from '../../../../lib/bytes/limits';
import sfnt from '../../../../lib/containers/documents/sfnt';
import { concat, latin1, noise, u16be } from '../../../support/samples/bytes';
import { c2paTable, font } from '../../../support/samples/sfnt';
import { walkDocument } from '../../../support/samples/sources';

const URI = 'https://example.org/a.c2pa';
const STORE = noise(300);
const NONE = new Uint8Array(0);

const walk = async (file: Uint8Array) => {
  const { blocks, outcome, stats } = await walkDocument(sfnt, file);
  return { blocks, state: outcome.state, stats };
};

describe('fonts', () => {
  it('are told by version, a table and its tag', () => {
    for (const version of ['\0\x01\0\0', 'OTTO', 'true', 'typ1'])
      expect([version, sfnt.sniff(font([['head', noise(4)]], version))]).toEqual([version, true]);
    for (const other of [
      font([]),
      font([['a\0bc', noise(4)]]),
      font([['head', noise(4)]], 'wOFF'),
      latin1('OTTO'),
    ])
      expect(sfnt.sniff(other)).toBe(false);
  });

  it('give the places of address and store', async () => {
    const file = font([
      ['C2PA', c2paTable(URI, STORE)],
      ['head', noise(54)],
    ]);
    const start = 12 + 2 * 16 + 20;
    expect(await walk(file)).toMatchObject({
      blocks: [
        {
          kind: 'document-property',
          key: 'c2pa-manifest',
          path: ['Font', 'C2PA', 'URI'],
          spans: [{ offset: start, length: URI.length }],
        },
        { kind: 'jumbf', path: ['Font', 'C2PA'], spans: [{ offset: start + URI.length, length: 300 }] },
      ],
      state: 'complete',
    });
  });

  it('give what is there where the other is not', async () => {
    expect((await walk(font([['C2PA', c2paTable(URI, NONE)]]))).blocks.map(({ kind }) => kind)).toEqual([
      'document-property',
    ]);
    expect((await walk(font([['C2PA', c2paTable('', STORE)]]))).blocks.map(({ kind }) => kind)).toEqual([
      'jumbf',
    ]);
    expect((await walk(font([['C2PA', c2paTable('', NONE)]]))).blocks).toEqual([]);
  });

  it('are malformed where the table lies about its parts', async () => {
    const table = c2paTable('', STORE);
    const cases = [table.subarray(0, 19), table.subarray(0, table.length - 1)];
    for (const lie of cases)
      expect(await walk(font([['C2PA', lie]]))).toMatchObject({ blocks: [], state: 'malformed' });
  });

  it('are truncated where a table is cut off', async () => {
    const file = font([
      ['C2PA', c2paTable('', STORE)],
      ['head', noise(64)],
    ]);
    expect(await walk(file.subarray(0, file.length - 1))).toMatchObject({
      blocks: [{ kind: 'jumbf' }],
      state: 'truncated',
    });
    expect((await walk(file.subarray(0, 30))).state).toBe('truncated');
  });

  it(`list ${MAX_SFNT_TABLES} tables and no more`, async () => {
    const many = (count: number) => font(Array.from({ length: count }, () => ['glyf', noise(4)] as const));
    expect((await walk(many(MAX_SFNT_TABLES))).state).toBe('complete');
    expect((await walk(many(MAX_SFNT_TABLES + 1))).state).toBe('over-budget');
    const lie = concat(latin1('OTTO'), u16be(0xffff), noise(100));
    expect((await walk(lie)).state).toBe('over-budget');
  });

  it(`take an address of ${MAX_SFNT_URI_BYTES} bytes and no longer one`, async () => {
    const withUri = (length: number) => font([['C2PA', c2paTable('a'.repeat(length), NONE)]]);
    expect((await walk(withUri(MAX_SFNT_URI_BYTES))).blocks).toHaveLength(1);
    expect((await walk(withUri(MAX_SFNT_URI_BYTES + 1))).blocks).toEqual([]);
  });

  it('cost one read without a credential', async () => {
    const { stats } = await walk(font([['glyf', noise(500_000)]]));
    expect([stats.reads, stats.bytes <= 32 * 1024]).toEqual([1, true]);
  });
});
