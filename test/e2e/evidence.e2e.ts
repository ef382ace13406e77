import { beforeAll, describe, expect, it } from 'vitest';
import cn from '../../assets/rules/jurisdictions/cn.json';
import type { Page } from '../support/browsers/browser';
import { nameOf, openEvidence, selectorOf } from './support/panel';
import { readItem, waitForItem } from './support/read-item';
import { BROWSER_NAME, useSession } from './support/session';
import {
  clickButton,
  clickLabel,
  handedOut,
  keepWhatIsHandedOut,
  waitForStatus,
} from './support/view-actions';

/** From a click on a label to everything the file says, in the real extension. */

const session = useSession();
let page: Page;
let panel: Page;

beforeAll(async () => {
  page = await session.open('gallery');
});

const sentence = (key: string) => cn.texts.find((text) => text.key === key)?.sentence.en;
const show = async (file: string) => {
  await clickLabel(page, await selectorOf(page, file));
  return readItem(panel, nameOf(file));
};

const MADE_UP_CODE = [
  ['Format', '00'],
  ['Subject type', '1 organisation'],
  ['Bound to', '1 unified social credit code'],
  ['Subject code', '91990000MA0DEM0A1B'],
  ['Service', '1 generation'],
  ['Model or app', '0001'],
  ['Check digit', 'check digit passes'],
];

describe('a click on a label', () => {
  if (BROWSER_NAME === 'firefox') {
    // Firefox hands no user gesture from a page to the background: with the sidebar closed it may not be opened.
    it('opens a window on the item while the sidebar is closed', async () => {
      await clickLabel(page, await selectorOf(page, 'gb/label-2-xmp.jpg'));
      const window = await standInWindow();
      expect(window.path).toMatch(/^\/sidepanel\.html\?tab=\d+$/);
      expect(window.sentence).toBe(sentence('possible'));
    });
  }

  it('opens the panel on the item', async () => {
    panel = await openEvidence(session, page, 'gb/label-1-xmp-element.jpg');
    await waitForItem(panel, nameOf('gb/label-1-xmp-element.jpg'));
    expect(await panel.url()).toBe(`${session.browser.extensionOrigin()}/sidepanel.html`);
  });

  it('turns the open panel to another item, and back after a look at the list', async () => {
    const [first, second] = ['gb/label-3-exif.jpg', 'gb/label-2-xmp.jpg'] as const;
    expect((await show(first)).sentence).toBe(sentence('suspected'));
    expect((await show(second)).sentence).toBe(sentence('possible'));
    await clickButton(panel, '‹ Back to the list');
    await panel.waitFor(() => document.querySelector('.item-list') !== null);
    expect((await show(second)).sentence).toBe(sentence('possible'));
  });
});

describe('the evidence on a GB 45438 label', () => {
  it('names verdict, place, value, assurance and clause, producer and propagator', async () => {
    const item = await show('gb/label-2-xmp.jpg');
    expect(item).toMatchObject({
      sentence: sentence('possible'),
      known: 'From the implicit label in the file’s metadata (unsigned).',
      chip: 'May be AI-generated',
      picture: { width: 960 },
      conflicts: [],
    });
    expect(item.facts.slice(0, 5)).toEqual([
      ['Made by', 'Provider not in our list check digit passes 001191990000MA0DEM0A1B10001 click to copy'],
      [
        'Spread by',
        expect.stringMatching(/^Provider not in our list .* 001191990000MA0DEM0B2F20001 click to copy$/),
      ],
      ['Content number', 'specimen-0008 click to copy'],
      ['Spreading number', 'post-88231 click to copy'],
      [
        'Legal basis',
        expect.stringMatching(
          /^Measures for Labelling .* 第六条第一款第（二）项 .*GB 45438-2025.* 5\.2, 5\.6$/,
        ),
      ],
    ]);
    expect(item.facts[6]).toEqual(['Reading', 'complete; 1 read, 23 KB']);
  });

  it('shows the finding with every field, decoded, and its raw value', async () => {
    const { findings } = await show('gb/label-2-xmp.jpg');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      title: 'GB 45438 metadata label unsigned',
      place: 'Place JPEG › APP1 › XMP › TC260:AIGC offset 0x35',
      states: 'may be AI-generated or synthetic (extent not stated)',
      facts: [
        ['Label label value', '2'],
        ['ContentProducer producer', '001191990000MA0DEM0A1B10001'],
        ['ProduceID producer’s content number', 'specimen-0008'],
        ['ContentPropagator propagator', '001191990000MA0DEM0B2F20001'],
        ['PropagateID propagator’s content number', 'post-88231'],
      ],
      basis: 'Read by: GB 45438-2025 Annex E; Labelling Measures Art. 5',
    });
    expect(findings[0]?.folds[0]).toMatchObject({
      name: 'Provider code 91990000MA0DEM0A1B',
      facts: MADE_UP_CODE,
    });
    expect(findings[0]?.folds.at(-1)).toMatchObject({
      name: 'Raw value (204 characters)',
      text: '{"Label":"2","ContentProducer":"001191990000MA0DEM0A1B10001","ProduceID":"specimen-0008","ReservedCode1":"","ContentPropagator":"001191990000MA0DEM0B2F20001","PropagateID":"post-88231","ReservedCode2":""}',
    });
  });

  it('names a company whose code is known', async () => {
    const { facts } = await show('gb/decoding-real-code.jpg');
    expect(facts[0]).toEqual([
      'Made by',
      'ByteDance (Doubao) (豆包, 扣子) check digit passes 001191110102MACQD9K64010000 click to copy',
    ]);
    expect(facts[1]).toEqual(['Spread by', 'same as above']);
  });

  it('shows a failing check digit as a contradiction', async () => {
    const { facts, conflicts, findings } = await show('gb/check-digit-fails.jpg');
    expect(facts[0]).toEqual([
      'Made by',
      'Provider not in our list check digit fails 001191990000MA0DEM0A1010001 click to copy',
    ]);
    expect(conflicts).toEqual([
      'The provider code’s check digit is wrong: the code may be mistyped or made up 001191990000MA0DEM0A1010001 click to copy',
    ]);
    expect(findings[0]?.folds[0]?.facts.at(-1)).toEqual(['Check digit', 'check digit fails']);
  });

  it('shows labels that differ as a contradiction', async () => {
    const { conflicts, findings } = await show('gb/two-labels-conflict.jpg');
    expect(conflicts).toContain('The labels in this file differ from one another');
    expect(findings.map(({ place }) => place)).toEqual([
      'Place JPEG › APP1 › XMP › TC260:AIGC offset 0x1BB',
      'Place JPEG › APP1 › EXIF › UserComment offset 0xBA',
    ]);
  });
});

describe('the evidence on generator traces', () => {
  it('reads the parameters of Stable Diffusion WebUI', async () => {
    const { sentence: said, findings } = await show('generator/a1111.png');
    expect(said).toBe(sentence('suspected'));
    expect(findings[0]).toMatchObject({
      title: 'Generator trace · Stable Diffusion WebUI (A1111) unsigned',
      place: 'Place PNG › tEXt › parameters offset 0x456',
      basis: 'Read by: Labelling Measures Art. 6: other traces of generation',
    });
    expect(findings[0]?.facts).toEqual([
      ['Tool', 'Stable Diffusion WebUI (A1111)'],
      ['Version', 'v1.9.4'],
      ['Model', 'specimen-landscape_v10'],
      ['Prompt', 'misty mountains at dawn, layered ridges, ink wash, soft light Copy'],
      ['Negative prompt', 'people, text, watermark, lowres'],
      ['Seed', '3721904412'],
      ['Steps', '28'],
      ['Sampler', 'DPM++ 2M Karras'],
      ['Guidance', '6.5'],
      ['Size', '600x400'],
    ]);
  });

  it('follows the graph of ComfyUI', async () => {
    const { findings } = await show('generator/comfyui.png');
    expect(Object.fromEntries(findings[0]?.facts ?? [])).toMatchObject({
      Tool: 'ComfyUI',
      Model: 'specimen-xl-base.safetensors',
      Prompt: 'lotus pond from above, pale pink flowers',
      'Negative prompt': 'blurry, frame',
      Seed: '982451653',
    });
  });
});

describe('what can be done with the evidence', () => {
  it('shows, copies and saves the complete data', async () => {
    const { raw } = await show('gb/label-2-xmp.jpg');
    const item = JSON.parse(raw) as { mediaUrl: string; label: object };
    expect(item.mediaUrl).toBe(session.server.url('site.test', '/media/gb/label-2-xmp.jpg'));
    expect(item.label).toEqual({ badge: 'possible', text: 'possible', pending: false });
    await keepWhatIsHandedOut(panel);
    await clickButton(panel, 'Copy', '.actions');
    await waitForStatus(panel, 'Copied');
    await clickButton(panel, 'Save JSON');
    await waitForStatus(panel, 'Saved');
    const { files, copied } = await handedOut(panel, 1, 1);
    const envelope = { format: 'bianshi-evidence', formatVersion: 1, program: 'Bianshi 0.1.0' };
    expect(files[0]?.name).toMatch(/^bianshi-evidence-site\.test-\d{8}-\d{6}\.json$/);
    expect(files[0]?.type).toBe('application/json');
    for (const text of [files[0]?.content ?? '', copied[0] ?? '']) {
      expect(JSON.parse(text)).toMatchObject({ ...envelope, item });
    }
  });
});

describe('text from a hostile file', () => {
  const file = 'hostile/html-in-prompt.png';

  it('is only ever text', async () => {
    await page.goto(session.server.url('site.test', '/pages/hostile?lang=en'));
    await panel.evaluate(() => {
      window.alert = () => document.documentElement.setAttribute('data-alerted', '');
    });
    const { findings } = await show(file);
    const facts = Object.fromEntries(findings[0]?.facts ?? []);
    expect(facts['Prompt']).toContain(
      '<img src=x onerror="document.title=\'owned\'"><script>alert(1)</script> "quoted" & {{braces}}',
    );
    expect(facts['Negative prompt']).toContain('<style>*{display:none}</style><b>bold</b>');
    expect(facts['Model']).toBe('<i>__proto__</i>');
    expect(await panel.evaluate(countForeign)).toEqual({
      made: 0,
      scripts: 1,
      alerted: false,
      title: 'Bianshi',
    });
  });
});

function countForeign() {
  return {
    made: document.querySelectorAll('img[src="x"], #root style, #root b:not(.brand b), #root i').length,
    scripts: document.querySelectorAll('script').length,
    alerted: document.documentElement.hasAttribute('data-alerted'),
    title: document.title,
  };
}

type Views = {
  readonly extension: { getViews(which: { type: 'tab' }): Window[] };
  readonly tabs: { query(which: object): Promise<{ windowId: number }[]> };
  readonly windows: { remove(id: number): Promise<void> };
  readonly runtime: { getURL(path: string): string };
};

/** The window that stands in for a panel: read from the background, since it is no tab of the driver; then closed. */
async function standInWindow(): Promise<{ path: string; sentence: string }> {
  return session.browser.background(async () => {
    const { chrome } = globalThis as unknown as { chrome: Views };
    const read = () => {
      const [view] = chrome.extension.getViews({ type: 'tab' });
      const sentence = view?.document.querySelector('#item-title')?.textContent;
      return view && sentence ? { path: view.location.pathname + view.location.search, sentence } : undefined;
    };
    const deadline = performance.now() + 10_000;
    while (read() === undefined && performance.now() < deadline)
      await new Promise((go) => setTimeout(go, 20));
    const found = read();
    for (const tab of await chrome.tabs.query({ url: `${chrome.runtime.getURL('sidepanel.html')}*` })) {
      await chrome.windows.remove(tab.windowId);
    }
    return found ?? { path: '', sentence: '' };
  });
}
