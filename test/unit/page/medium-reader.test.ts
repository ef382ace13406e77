import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { mediumReader } from '../../../entrypoints/page/medium-reader';
import type { Inspection } from '../../../lib/inspect/inspection';
import { notChecked } from '../../../lib/inspect/not-checked';
import type { RecheckReason } from '../../../lib/messages/page-items';
import type { Medium } from '../../../lib/page/medium';
import type { Way } from '../../../lib/page/way';

const NO_LABEL: Inspection = { ...notChecked('gone'), verdict: { kind: 'no-label', looked: [] } };
const SIGNAL = new AbortController().signal;

function medium(url: string, kind: Way['kind'], crossorigin: string | null = null, as?: Way['as']): Medium {
  const way = {
    id: 'x',
    kind,
    area: 'content',
    ...(as ? { as } : {}),
    shown: () => [url],
    isReady: () => true,
  } as Way;
  return { url, way, element: { getAttribute: () => crossorigin } as unknown as Element };
}

/** Reads a medium of the page `https://news.example/` and gives who was asked, the engine first. */
async function asked(
  one: Medium,
  answers: { here?: Inspection; there?: Inspection } = {},
  wishes: ReadonlySet<RecheckReason> = new Set(),
) {
  vi.stubGlobal('origin', 'https://news.example');
  vi.stubGlobal('location', new URL('https://news.example/'));
  const log: string[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: { bianshi: string }) => {
    log.push(message.bianshi);
    return { ok: true, reply: answers.there ?? NO_LABEL };
  }) as never);
  const engine = {
    inspect: async () => {
      log.push('here');
      return answers.here ?? NO_LABEL;
    },
    applyCheck: (inspection: Inspection) => inspection,
    readPage: async () => [],
    join: () => NO_LABEL,
  };
  const inspection = await mediumReader(async () => engine, wishes, SIGNAL)(one);
  return { log, verdict: inspection.verdict, credential: inspection.credential };
}

beforeEach(() => vi.stubGlobal('navigator', {}));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('mediumReader', () => {
  it.each([
    ['https://news.example/a.jpg', 'image', ['here']],
    ['https://cdn.example/a.jpg', 'image', ['media.inspect']],
    ['data:image/png;base64,AA==', 'image', ['here']],
    ['blob:https://news.example/1', 'video', ['here']],
    ['https://news.example/a.mp4', 'video', ['media.inspect']],
    ['https://news.example/a.mp3', 'audio', ['media.inspect']],
  ] as const)('%s (%s) is read by %s', async (url, kind, readers) => {
    expect((await asked(medium(url, kind))).log).toEqual(readers);
  });

  it('asks the background where the page may not read its own picture', async () => {
    const { log } = await asked(medium('https://news.example/a.jpg', 'image'), {
      here: notChecked('network-failed'),
    });
    expect(log).toEqual(['here', 'media.inspect']);
  });

  it('does not ask twice for what the server refused', async () => {
    const { log } = await asked(medium('https://news.example/a.jpg', 'image'), {
      here: notChecked('http-error'),
    });
    expect(log).toEqual(['here']);
  });

  it('reads a refused film of the same site with the page’s own rights', async () => {
    const film = medium('https://news.example/a.mp4', 'video');
    expect((await asked(film, { there: notChecked('needs-sign-in') })).log).toEqual([
      'media.inspect',
      'here',
    ]);
  });

  it('says of a film without a file behind it that there are no bytes', async () => {
    const film = medium('blob:https://news.example/1', 'video');
    expect((await asked(film, { here: notChecked('gone') })).verdict).toEqual({
      kind: 'not-checked',
      why: 'no-bytes',
    });
  });

  it('fetches nothing where the person asked to save data, and reads what the page has', async () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    const elsewhere = await asked(medium('https://cdn.example/a.jpg', 'image'));
    expect([elsewhere.log, elsewhere.verdict]).toEqual([[], { kind: 'not-checked', why: 'save-data' }]);
    expect((await asked(medium('https://news.example/a.jpg', 'image'))).log).toEqual(['here']);
    const wished = await asked(medium('https://cdn.example/a.jpg', 'image'), {}, new Set(['save-data']));
    expect(wished.log).toEqual(['media.inspect']);
  });

  it('has no credential checked of what was written out of a page', async () => {
    const remark = { code: 'c2pa-remote' };
    const here = { ...NO_LABEL, findings: [{ signal: 'c2pa', remarks: [remark] }] } as unknown as Inspection;
    const drawing = medium('data:text/xml,<svg/>', 'image');
    const rebuilt = { ...drawing, way: { ...drawing.way, isRebuilt: true } as Way };
    expect((await asked(drawing, { here })).credential).toEqual({ kind: 'checking' });
    expect((await asked(rebuilt, { here })).credential).toEqual({ kind: 'unchecked', why: 'no-bytes' });
  });
});
