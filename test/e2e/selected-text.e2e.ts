import { afterEach, describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json';
import cn from '../../assets/rules/jurisdictions/cn.json';
import { selectionIn } from '../../lib/platform/selected-text';
import type { Page } from '../support/browsers/browser';
import { actionsBox, IPTC, storeBox } from '../support/samples/jumbf';
import { wrapped } from '../support/samples/text';
import { useSession } from './support/session';

/** *Check selected text*: what a page's selection holds, and what the Inspect page says of it. */

const session = useSession();
const opened: Page[] = [];

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close().catch(() => undefined);
});

const sentence = (key: string) => cn.texts.find((text) => text.key === key)?.sentenceOf?.page?.en;

declare const chrome: {
  readonly storage: {
    readonly session: { set(items: object): Promise<void>; get(key: string): Promise<object> };
  };
};

/** Opens the Inspect page on a text, as the background does behind a click on its menu. */
async function inspectSelected(text: string): Promise<Page> {
  const keeper = await session.browser.extensionPage('options.html');
  opened.push(keeper);
  await keeper.evaluate(async (words) => {
    const kept = { id: 'one', text: words, page: 'https://news.example/a' };
    await chrome.storage.session.set({ 'selected-text': kept });
  }, text);
  const page = await session.browser.extensionPage('inspect.html?selected=one');
  opened.push(page);
  await page.waitFor(() => document.querySelector('.file .actions .primary:not(:disabled)') !== null);
  return page;
}

const shown = (page: Page) =>
  page.evaluate(() => {
    const words = (part: string) =>
      Array.from(document.querySelectorAll(part)).map((each) => each.textContent?.trim() ?? '');
    return {
      say: words('.file .say'),
      text: words('.file .block > .long-text > .long-text-body'),
      hidden: words('.hidden-characters li'),
      kinds: words('.hidden-characters dt'),
      note: words('.hidden-characters > p'),
      findings: document.querySelectorAll('.finding').length,
    };
  });

describe('what is selected', () => {
  it('is read with the characters that are not seen, in text and in fields, and no secrets', async () => {
    const page = await session.open('credentials');
    opened.push(page);
    const select = async (html: string, how: string) => {
      await page.evaluate(
        (content, kind) => {
          document.body.innerHTML = content;
          const one = document.querySelector<HTMLInputElement>('.one');
          if (kind === 'field') {
            one?.focus();
            one?.setSelectionRange(0, 3);
          } else if (one) getSelection()?.selectAllChildren(one);
        },
        html,
        how,
      );
      return page.evaluate(selectionIn, 6);
    };
    expect(await select('<p class="one">a\u200bb\u2060c</p>', 'text')).toBe('a\u200bb\u2060c');
    expect(await select('<p class="one">0123456789</p>', 'text')).toBe('012345');
    expect(await select('<textarea class="one">x\u{E0101}yz</textarea>', 'field')).toBe('x\u{E0101}');
    expect(await select('<input class="one" type="password" value="secret">', 'field')).not.toContain('sec');
  });
});

describe('the Inspect page', () => {
  it('shows an explicit label, and hidden characters without taking them for evidence', async () => {
    const text = '面条要先\u200b和面\u200b。\n（内容由AI生成，仅供参考）';
    const page = await inspectSelected(text);
    expect(await shown(page)).toEqual({
      say: [sentence('suspected')],
      text: [text],
      hidden: ['2 in all', 'U+200B × 2', 'At character 5, 8'],
      kinds: [en['inspect.hidden.zero-width']],
      note: [en['inspect.hidden.noEvidence']],
      findings: 1,
    });
  });

  it('shows a manifest that the text carries as a credential nobody checked', async () => {
    const store = storeBox({
      label: 'urn:c2pa:1',
      assertions: [
        actionsBox([{ action: 'c2pa.created', digitalSourceType: `${IPTC}trainedAlgorithmicMedia` }]),
      ],
    });
    const page = await inspectSelected(`words${wrapped(store)}`);
    const { say, findings, kinds } = await shown(page);
    expect(say).toEqual([sentence('confirmed.full')]);
    expect(findings).toBe(1);
    expect(kinds).toEqual([en['inspect.hidden.zero-width'], en['inspect.hidden.variation-selector']]);
  });

  it('says nothing of a text without any of it, and takes a selection once', async () => {
    const page = await inspectSelected('an ordinary sentence about AI');
    expect(await shown(page)).toMatchObject({
      say: [en['page.noLabels']],
      hidden: [],
      note: [en['inspect.hidden.none']],
      findings: 0,
    });
    const left = await page.evaluate(() => chrome.storage.session.get('selected-text'));
    expect(left).toEqual({});
  });
});
