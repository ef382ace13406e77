import { defineContentScript } from '#imports';
import type { Inspection } from '../../lib/inspect/inspection';
import { jobQueue } from '../../lib/net/job-queue';
import { startPage } from '../../lib/page/page-session';
import { pageWord } from '../../lib/page/page-words';
import { newDocumentId } from '../../lib/platform/document-id';
import { languageOf } from '../../lib/platform/language';
import { isoWithOffset } from '../../lib/platform/local-time';
import { send } from '../../lib/platform/messenger';
import { onReveal } from '../../lib/platform/tab-messages';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';
import { loadSettings, watchSettings } from '../../lib/settings/settings-item';
import { siteOf } from '../../lib/settings/site';
import { mediaInspector } from './media-inspector';
import { tellPage } from './tell-page';

/** Pictures read at the same time in one frame, and answers kept so that duplicates cost nothing. */
const READS_AT_ONCE = 6;
const ANSWERS_KEPT = 1000;

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  async main(ctx) {
    const rules = loadRuleBook();
    let running: AbortController | undefined;
    const restart = (settings: Settings) => {
      running?.abort();
      running = new AbortController();
      const signal = AbortSignal.any([running.signal, ctx.signal]);
      run(settings, rules, signal);
    };
    watchSettings(restart, ctx.signal);
    // Without settings (storage broken or not ready yet) the defaults hold; a later change is still heard.
    restart(await loadSettings().catch(() => DEFAULT_SETTINGS));
  },
});

/** One life of the page under one set of settings; a change of settings starts the next. */
function run(settings: Settings, rules: ReturnType<typeof loadRuleBook>, signal: AbortSignal): void {
  const documentId = newDocumentId();
  const site = siteOf(location.href);
  const paused = site !== undefined && settings.pausedSites.includes(site);
  const tell = tellPage(documentId, paused, signal);
  tell({ put: [], drop: [], counts: { labelled: 0, noLabel: 0, unreadable: 0, notChecked: {} } });
  const jurisdiction = rules.jurisdictions.find(({ id }) => id === settings.profile);
  if (paused || !jurisdiction) return;
  const language = languageOf(settings.language);
  const inspectMedia = mediaInspector(rules, signal);
  const queue = jobQueue<Inspection>(
    READS_AT_ONCE,
    ANSWERS_KEPT,
    ({ verdict }) => verdict.kind !== 'not-checked',
  );
  const page = startPage({
    window,
    documentId,
    jurisdiction,
    language,
    corner: settings.corner,
    hint: pageWord('label.hint', language),
    inspect: (url, element) =>
      queue.run(url, () => inspectMedia(url, element)) as ReturnType<typeof inspectMedia>,
    onChange: tell,
    onActivate: (itemId) => void send('evidence.open', { itemId }).catch(ignoreLoss),
    now: () => isoWithOffset(new Date()),
    signal,
  });
  onReveal(page.reveal, signal);
}

/** The extension was updated or removed under the page; the label stays until the page is left. */
function ignoreLoss(): void {}
