import { defineUnlistedScript } from '#imports';
import type { RecheckReason } from '../../lib/messages/page-items';
import type { PageChange } from '../../lib/page/change-log';
import { GATHERERS } from '../../lib/page/claims/all';
import type { Gatherer } from '../../lib/page/claims/claim';
import { headerClaims, type ToldByHeaders } from '../../lib/page/claims/header-claims';
import { platformGatherer } from '../../lib/page/claims/platforms/platforms';
import { textMarks } from '../../lib/page/claims/text-marks';
import type { PageLook } from '../../lib/page/label-look';
import { removeOldHosts } from '../../lib/page/old-hosts';
import { type Page, type PageOptions, startPage } from '../../lib/page/page-session';
import { pageWord } from '../../lib/page/page-words';
import { viewWatch } from '../../lib/page/view-watch';
import { ask } from '../../lib/platform/ask';
import { newDocumentId } from '../../lib/platform/document-id';
import { languageOf } from '../../lib/platform/language';
import { isoWithOffset } from '../../lib/platform/local-time';
import { onPageHeaders, type PageHeaders } from '../../lib/platform/page-headers';
import { shadowRootOf } from '../../lib/platform/raw-runtime';
import { beginLife } from '../../lib/platform/script-life';
import { onRecheck, onReveal, onTrustChange, onVerify } from '../../lib/platform/tab-messages';
import { aiServiceOf } from '../../lib/rules/ai-services';
import type { Jurisdiction } from '../../lib/rules/jurisdiction';
import { loadJurisdictions } from '../../lib/rules/jurisdictions';
import { loadPlatforms } from '../../lib/rules/platforms';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';
import { loadSettings, watchSettings } from '../../lib/settings/settings-item';
import { siteOf } from '../../lib/settings/site';
import { engineLoader } from './engine-loader';
import { mediumReader } from './medium-reader';
import { pictureVerifier } from './picture-verifier';
import { readingLine } from './reading-line';
import { tellPage } from './tell-page';

/** All that is done on a page with media. Loaded by the background when the sentry asks for it. */
export default defineUnlistedScript(async () => {
  const signal = beginLife('page', window);
  if (!signal) return;
  removeOldHosts(document, shadowRootOf);
  let headers: ToldByHeaders = {};
  const { apply, gatherAgain } = pageLives(loadJurisdictions(), () => headers, signal);
  // Before anything is awaited: the background tells it as soon as this script is there.
  const hear = (told: PageHeaders) => {
    headers = told;
    gatherAgain();
  };
  onPageHeaders(() => location.href, hear, signal);
  watchSettings(apply, signal);
  // Without settings (storage broken or not ready yet) the defaults hold; a later change is still heard.
  apply(await loadSettings().catch(() => DEFAULT_SETTINGS));
});

type Lives = { apply(settings: Settings): void; gatherAgain(): void };

/** A document between two pauses. */
type Life = { readonly paused: boolean; readonly unchecked: boolean; readonly page?: Page; end(): void };

/**
 * Lets the document live under the settings of the moment: pausing and resuming its site ends one life and starts
 * the next; every other change only restyles the labels that are there.
 */
function pageLives(packs: readonly Jurisdiction[], headers: () => ToldByHeaders, signal: AbortSignal): Lives {
  const documentId = newDocumentId();
  const teller = tellPage(documentId, signal);
  let lives = 0;
  let life: Life | undefined;
  let verifies = DEFAULT_SETTINGS.verifyCredentials;
  const apply = (settings: Settings) => {
    if (signal.aborted) return;
    const paused = isPaused(settings);
    const look = lookOf(settings, packs);
    verifies = settings.verifyCredentials;
    const unchecked = settings.uncheckedPlatformRules === 'on';
    if (life?.paused === paused && life.unchecked === unchecked) return look && life.page?.restyle(look);
    life?.end();
    teller.startAfresh(paused);
    const ending = new AbortController();
    const end = () => ending.abort();
    if (paused || !look) {
      life = { paused, unchecked, end };
      return;
    }
    lives += 1;
    const during = AbortSignal.any([ending.signal, signal]);
    const mayVerify = () => verifies === 'auto';
    const gatherers = [...gatherersHere(unchecked), headerClaims(headers)];
    const page = start(
      look,
      { idPrefix: `${documentId}-${lives}`, gatherers },
      teller.tell,
      mayVerify,
      during,
    );
    life = { paused, unchecked, end, page };
  };
  return { apply, gatherAgain: () => life?.page?.gatherAgain() };
}

function isPaused({ pausedSites }: Settings): boolean {
  const site = siteOf(location.href);
  return site !== undefined && pausedSites.includes(site);
}

function lookOf(settings: Settings, packs: readonly Jurisdiction[]): PageLook | undefined {
  const jurisdiction = packs.find(({ id }) => id === settings.profile);
  const language = languageOf(settings.language);
  const hint = pageWord('label.hint', language);
  return jurisdiction && { jurisdiction, language, corner: settings.corner, hint };
}

function start(
  look: PageLook,
  own: Pick<PageOptions, 'idPrefix' | 'gatherers'>,
  onChange: (change: PageChange) => void,
  mayVerify: () => boolean,
  signal: AbortSignal,
): Page {
  const loadEngine = engineLoader(signal);
  const asked = new Set<RecheckReason>();
  const read = mediumReader(loadEngine, asked, signal);
  const line = readingLine(read, viewWatch(window, signal));
  const page = startPage(
    {
      window,
      ...own,
      inspect: line.inspect,
      takeBack: line.takeBack,
      verify: pictureVerifier(loadEngine, mayVerify, signal),
      pageReader: loadEngine,
      shadowRootOf,
      onChange,
      onActivate: (itemId) => void ask('evidence.open', { itemId }).catch(ignoreLoss),
      now: () => isoWithOffset(new Date()),
      signal,
    },
    look,
  );
  onRecheck((why) => {
    asked.add(why);
    page.recheck(why);
  }, signal);
  onReveal((itemId, atOnce) => page.reveal(itemId, atOnce), signal);
  onVerify((itemId, how) => page.verify(itemId, how), signal);
  onTrustChange(() => page.verifyAnew(), signal);
  return page;
}

/**
 * What is looked for on every page, and what only the platform says that shows this one. On an AI service's own site the
 * labels on its answers are not marked once more, each with one of ours: the panel says it of the whole interface.
 */
function gatherersHere(unchecked: boolean): readonly Gatherer[] {
  const platform = platformGatherer(location, loadPlatforms(), () => unchecked);
  const isService = aiServiceOf(location.href) !== undefined;
  const common = isService ? GATHERERS.filter(({ id }) => id !== textMarks.id) : GATHERERS;
  return platform ? [...common, platform] : common;
}

/** The extension was updated or removed under the page; the label stays until the page is left. */
function ignoreLoss(): void {}
