import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptList } from '../../../../lib/c2pa/trust/accept-list';
import { librarySettings } from '../../../../lib/c2pa/trust/library-settings';
import { loadLists } from '../../../../lib/c2pa/trust/load-lists';
import { ownList, parseOwnAnchors } from '../../../../lib/c2pa/trust/own-anchors';
import { LIST_SOURCES, listFiles } from '../../../../lib/c2pa/trust/sources';
import { sha256Of, takeLists } from '../../../../lib/cli/take-lists';
import { trustFolder, trustText } from '../../../support/c2pa/trust';
import { ROOT } from '../../../support/source/modules';

const key = (name: string) =>
  readFileSync(join(ROOT, 'test/media/make/keys', `TEST-ONLY-${name}.cert.pem`), 'utf8');
const root = key('root');
const signer = key('signer');
const base64 = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');

describe('parseOwnAnchors', () => {
  it('says of each certificate what it covers', async () => {
    const { anchors, faults } = await parseOwnAnchors(root);
    expect(faults).toEqual([]);
    expect(anchors).toHaveLength(1);
    expect(anchors[0]).toMatchObject({
      subject: 'Bianshi TEST root - not for use',
      organization: 'Bianshi specimen tests',
      issuer: 'Bianshi TEST root - not for use',
      authority: true,
      pem: root,
    });
    expect(anchors[0]?.fingerprint).toBe(sha256Of(Buffer.from(base64(root), 'base64')));
  });

  it('reads several from PEM with comments between, each once, and tells authorities from signers', async () => {
    const { anchors } = await parseOwnAnchors(`Subject CN=x\r\n${root}\n## words\n${signer}${root}`);
    expect(anchors.map(({ authority }) => authority)).toEqual([true, false]);
    expect(ownList(anchors)).toMatchObject({ anchors: root, allowed: signer });
  });

  it.each([
    ['a plain array of PEM texts', JSON.stringify([root, signer])],
    ['an array of base64', JSON.stringify([base64(root), base64(signer)])],
    [
      'a list of entities',
      JSON.stringify({
        LoTE: { a: [{ X509Certificates: [{ val: base64(root) }] }, { val: base64(signer) }] },
      }),
    ],
    ['PEM behind a byte order mark', `\uFEFF${root}${signer}`],
  ])('reads %s', async (_, text) => {
    const { anchors, faults } = await parseOwnAnchors(text);
    expect(faults).toEqual([]);
    expect(anchors.map(({ subject }) => subject)).toEqual([
      'Bianshi TEST root - not for use',
      'Bianshi TEST signer - not for use',
    ]);
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['words', 'no-certificate'],
    ['{"a": 1}', 'no-certificate'],
    ['{"a": ', 'unreadable'],
    ['x'.repeat(1024 * 1024 + 1), 'too-large'],
    ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'.repeat(1025), 'too-many'],
  ])('refuses %.20j as %s', async (text, why) => {
    expect(await parseOwnAnchors(text)).toEqual({ anchors: [], faults: [{ why }] });
  });

  it('takes the good ones and names the bad ones by their place', async () => {
    const bad = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
    const { anchors, faults } = await parseOwnAnchors(`${bad('MIIBAAAA')}${root}${bad('***')}${bad('')}`);
    expect(anchors).toHaveLength(1);
    expect(faults).toEqual([
      { why: 'unreadable', index: 1 },
      { why: 'unreadable', index: 3 },
      { why: 'unreadable', index: 4 },
    ]);
  });

  it('keeps no list for no anchors, and no private key', async () => {
    expect(ownList([])).toBeUndefined();
    const secret = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    expect(JSON.stringify(await parseOwnAnchors(secret + root))).not.toContain('PRIVATE');
  });
});

describe('librarySettings', () => {
  const list = { anchors: 'A', usages: ['1.2'] };

  it('always states usages and never lets the library fetch', () => {
    const settings = JSON.parse(librarySettings([])) as { trust: object; verify: object };
    expect(settings.trust).toEqual({ trust_config: expect.stringContaining('1.3.6.1.4.1.62558.2.1') });
    expect(settings.verify).toMatchObject({
      remote_manifest_fetch: false,
      ocsp_fetch: false,
      verify_trust: true,
    });
  });

  it('joins lists and names each usage once', () => {
    const settings = JSON.parse(librarySettings([list, { ...list, anchors: 'B', allowed: 'C' }]));
    expect(settings.trust).toEqual({ trust_anchors: 'A\nB', allowed_list: 'C', trust_config: '1.2' });
  });
});

describe('the lists of the build', () => {
  it('are pinned by address, date, SHA-256, licence and what they cover', () => {
    expect(LIST_SOURCES.map(({ id }) => id)).toEqual(['official', 'timeStamps', 'interim']);
    for (const { name, address, sha256 } of listFiles()) {
      expect(address).toMatch(/^https:\/\/raw\.githubusercontent\.com\//);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(name).toMatch(/^[\w-]+\.pem$/);
    }
  });

  it('are none where there are none, and the user may still have anchors', async () => {
    expect(await loadLists(async () => undefined)).toEqual({});
    const { anchors } = await parseOwnAnchors(root);
    expect(Object.keys(await loadLists(async () => undefined, anchors))).toEqual(['own']);
  });

  it('are left out one by one, not all together', async () => {
    const only = async (name: string) => (name === 'interim-anchors.pem' ? 'PEM' : undefined);
    expect(await loadLists(only)).toEqual({
      interim: {
        anchors: 'PEM',
        usages: expect.arrayContaining(['1.3.6.1.5.5.7.3.4']),
        issued: '2026-01-01',
      },
    });
    expect(await loadLists(async () => 'x'.repeat(1024 * 1024 + 1))).toEqual({});
  });

  it('refuse what is not the pinned file, and say why', async () => {
    const [file] = listFiles();
    if (file === undefined) throw new Error('no file pinned');
    const text = new TextEncoder().encode('other');
    const [other] = await takeLists([file], async () => text);
    expect(other).toEqual({ file, refused: `SHA-256 is ${sha256Of(text)}, pinned is ${file.sha256}` });
    const [own] = await takeLists([{ ...file, sha256: sha256Of(text) }], async () => text);
    expect(own).toMatchObject({ bytes: text });
    const [gone] = await takeLists([file], async () => Promise.reject(new Error('HTTP 404')));
    expect(gone).toEqual({ file, refused: 'HTTP 404' });
  });

  it.skipIf(trustFolder === undefined)('hold as many certificates as the pins say', async () => {
    const counts = await Promise.all(
      listFiles().map(async ({ name }) => {
        const { anchors, faults } = await parseOwnAnchors((await trustText(name)) ?? '');
        return `${name} ${anchors.length} ${faults.length}`;
      }),
    );
    expect(counts).toEqual([
      'C2PA-TRUST-LIST.pem 30 0',
      'C2PA-TSA-TRUST-LIST.pem 22 0',
      'interim-anchors.pem 18 0',
      'interim-allowed.pem 86 0',
    ]);
  });
});

describe('acceptList', () => {
  const NOW = '2026-11-21T12:00:00.000Z';

  it('accepts a list of authorities that are valid now', async () => {
    expect(await acceptList(root, '', NOW)).toEqual({ kind: 'accepted', certificates: 1 });
    expect(await acceptList(root, root, NOW)).toEqual({ kind: 'accepted', certificates: 1 });
  });

  it.each([
    ['<html>not found</html>', 'unreadable'],
    ['', 'unreadable'],
    [root.slice(0, 300), 'unreadable'],
    [signer, 'unreadable'],
    [`${root}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`, 'unreadable'],
    [root + ' '.repeat(1024 * 1024), 'too-large'],
  ])('refuses %.30j as %s', async (text, why) => {
    expect(await acceptList(text, root, NOW)).toEqual({ kind: 'refused', why });
  });

  it('refuses one whose certificates are all over, or not begun', async () => {
    expect(await acceptList(root, root, '2099-01-01T00:00:00.000Z')).toEqual({
      kind: 'refused',
      why: 'dates',
    });
    expect(await acceptList(root, root, '2020-01-01T00:00:00.000Z')).toEqual({
      kind: 'refused',
      why: 'dates',
    });
  });

  it.skipIf(trustFolder === undefined)(
    'accepts the published lists and refuses them cut in half',
    async () => {
      const official = (await trustText('C2PA-TRUST-LIST.pem')) ?? '';
      expect(await acceptList(official, official, NOW)).toEqual({ kind: 'accepted', certificates: 30 });
      const cut = official.split('-----END CERTIFICATE-----').slice(0, 14).join('-----END CERTIFICATE-----');
      expect(await acceptList(`${cut}-----END CERTIFICATE-----`, official, NOW)).toEqual({
        kind: 'refused',
        why: 'shrunk',
      });
      const stamps = (await trustText('C2PA-TSA-TRUST-LIST.pem')) ?? '';
      expect(await acceptList(stamps, stamps, NOW)).toEqual({ kind: 'accepted', certificates: 22 });
    },
  );
});
