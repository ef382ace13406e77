import { describe, expect, it } from 'vitest';
import { memorySource, SourceFault } from '../../../lib/bytes/source';
import { inspect } from '../../../lib/inspect/inspect';
import { inspectPixels, type PixelOptions } from '../../../lib/inspect/inspect-pixels';
import { fileBytes } from '../../../lib/inspect/whole-file';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { SIGNAL_IDS } from '../../../lib/signals/registry';
import { asBytes, concat, latin1, u32be } from '../../support/samples/bytes';
import { picture, rgbaPicture, stealthPixels } from '../../support/samples/pixels';
import { tEXt } from '../../support/samples/png';

const rules = loadRuleBook();
const INFOTEXT = 'a cat\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 42, Size: 64x64, Version: v1.9.4';
const SIGNED = `{"prompt": "x", "steps": 28, "signed_hash": "${'A'.repeat(86)}=="}`;

async function look(file: Uint8Array, options: Partial<PixelOptions> = {}) {
  const source = memorySource(file);
  return inspectPixels(source, await inspect(source, { rules }), { rules, ...options });
}

const hidden = (text: string, channel: 'alpha' | 'rgb' = 'alpha', bits?: number) => {
  const content = asBytes(text);
  const magic = channel === 'alpha' ? 'stealth_pnginfo' : 'stealth_rgbinfo';
  const data = concat(latin1(magic), u32be(bits ?? content.length * 8), content);
  return stealthPixels(64, 64, data, channel);
};
const signals = ({ findings }: Awaited<ReturnType<typeof look>>) =>
  findings.map(({ signal, place }) => [signal, place.path.join(' › ')]);

describe('inspectPixels', () => {
  it.each([
    ['alpha', 'PNG › alpha channel'],
    ['rgb', 'PNG › RGB channels'],
  ] as const)('reads parameters hidden in %s', async (channel, path) => {
    const found = await look(rgbaPicture(64, 64, hidden(INFOTEXT, channel)));
    expect(signals(found)).toEqual([['generator:a1111', path]]);
    expect(found.findings[0]?.generator).toMatchObject({ prompt: 'a cat', seed: '42', sampler: 'Euler' });
    expect(found.verdict).toMatchObject({ kind: 'ai', state: 'suspected' });
    expect(found.pixels).toBe('decoded');
  });

  it('reads the fields NovelAI hides as JSON', async () => {
    const fields = { Software: 'NovelAI', Title: 'NovelAI generated image', Comment: '{"steps": 28}' };
    const found = await look(rgbaPicture(64, 64, hidden(JSON.stringify(fields))));
    expect(signals(found)).toEqual([['generator:novelai', 'PNG › alpha channel']]);
  });

  it('remarks on hidden text that cannot be read', async () => {
    const found = await look(rgbaPicture(64, 64, hidden('x', 'alpha', 0xffffffff)));
    expect([found.findings, found.remarks]).toEqual([
      [],
      [{ code: 'block-malformed', value: 'PNG › pixels' }],
    ]);
  });

  it('keeps the trace where NovelAI’s signature does not match, and says so', async () => {
    const text = [tEXt('Software', 'NovelAI'), tEXt('Comment', SIGNED)];
    const found = await look(picture({ width: 1, height: 1, rows: [[0, 1, 2, 3]], before: text }));
    expect(signals(found)).toEqual([
      ['generator:novelai', 'PNG › tEXt › Software'],
      ['novelai-signature', 'PNG › tEXt › Comment'],
    ]);
    expect(found.findings[1]).toMatchObject({
      states: { kind: 'nothing' },
      assurance: 'unsigned',
      remarks: [{ code: 'novelai-signature-differs' }],
    });
    expect(found.verdict).toMatchObject({ kind: 'ai', state: 'suspected' });
  });

  it('says what it looked for where there is nothing', async () => {
    const found = await look(picture({ width: 1, height: 1, rows: [[0, 1, 2, 3]] }));
    expect(found.verdict).toEqual({
      kind: 'no-label',
      looked: [...SIGNAL_IDS, 'novelai-signature', 'dwtdct'],
    });
  });

  it('leaves the first inspection as it is where pixels cannot be decoded', async () => {
    const file = picture({ width: 2, height: 2, rows: [[0, 1]] });
    const first = await inspect(memorySource(file), { rules });
    expect(await look(file)).toEqual({ ...first, pixels: 'truncated' });
    expect((await look(latin1('no picture'))).pixels).toBe('unsupported');
  });

  it('asks the injected decoder for other formats, by type', async () => {
    const asked: string[] = [];
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);
    const pixels = { width: 1, height: 1, channels: 3 as const, data: new Uint8Array(3) };
    const decode = async (_: Uint8Array, mime: string) => {
      asked.push(mime);
      return pixels;
    };
    expect((await look(jpeg, { decode })).pixels).toBe('decoded');
    expect((await look(jpeg)).pixels).toBe('unsupported');
    expect(asked).toEqual(['image/jpeg']);
  });

  it('answers where the file is gone by then', async () => {
    const file = picture({ width: 1, height: 1, rows: [[0, 1, 2, 3]] });
    const first = await inspect(memorySource(file), { rules });
    const gone = { size: 10, read: () => Promise.reject(new SourceFault('gone', 'gone')) };
    expect(await inspectPixels(gone, first, { rules })).toEqual({ ...first, pixels: 'truncated' });
  });

  it('never mends a credential that broke', async () => {
    const source = memorySource(rgbaPicture(64, 64, hidden(INFOTEXT)));
    const first = await inspect(source, { rules });
    const broken = { ...first, verdict: { kind: 'credential-broken', findings: [] } as const };
    expect((await inspectPixels(source, broken, { rules })).verdict).toEqual(broken.verdict);
  });
});

describe('fileBytes', () => {
  const data = new Uint8Array(10).fill(3);

  it('reads up to the limit and not beyond, whether the size is known or not', async () => {
    const known = memorySource(data);
    const unknown = { ...known, size: undefined };
    expect(await fileBytes(known, 10)).toEqual(data);
    expect(await fileBytes(unknown, 10)).toEqual(data);
    expect(await fileBytes(known, 9)).toBe('over-budget');
    expect(await fileBytes(unknown, 9)).toBe('over-budget');
  });
});
