import type { LabelPlan } from '../labels/label-plan';
import type { LabelWords } from '../labels/label-words';
import type { Language } from '../rules/localized';
import { pageWord } from './page-words';

/**
 * GB 45438-2025, 5.4: the prompt stays for at least 2 s at normal speed of playback. A little more, since the label is
 * drawn in the frame that follows.
 */
export const NOTICE_MS = 2200;

/** How far one film has come: its notice waits for playback, stands, or was shown. */
type Notice = { readonly source: string; step: 'waiting' | 'shown' | 'done'; timer?: Timer };
type Timer = ReturnType<typeof setTimeout>;

/**
 * The notice at the start of films that are labelled as AI's: for two seconds of playback the label says it in full,
 * then it is the label again (GB 45438-2025, 5.4; Labelling Measures Article 4(4): start frame and around the player).
 * It stands where labels stand, so never on the site's own label or on controls. Nothing is spoken: a spoken label is
 * the provider's to make (5.3), and an imitated one would pass for it.
 */
export class StartNotices {
  private readonly notices = new WeakMap<Element, Notice>();

  /** @param redraw has the label of an element drawn anew, because its notice begins or ends */
  constructor(
    private readonly redraw: (element: Element) => void,
    private readonly signal: AbortSignal,
  ) {}

  /** Follows the playback of a labelled film from now on; harmless for other elements and for one that is followed. */
  follow(element: Element): void {
    if (!isFilm(element) || this.notices.has(element)) return;
    this.notices.set(element, { source: element.currentSrc, step: 'waiting' });
    const options = { signal: this.signal, passive: true };
    element.addEventListener('playing', () => this.played(element), options);
    element.addEventListener('pause', () => this.paused(element), options);
    element.addEventListener('ended', () => this.ended(element), options);
    if (isRunning(element)) this.played(element);
  }

  /** Whether the label of an element says its words in full at this moment. */
  isShown(element: Element): boolean {
    return this.notices.get(element)?.step === 'shown';
  }

  private played(element: HTMLVideoElement): void {
    const notice = this.noticeOf(element);
    if (notice.step === 'done') return;
    notice.step = 'shown';
    clearTimeout(notice.timer);
    notice.timer = setTimeout(() => this.finish(element, notice), NOTICE_MS);
    this.redraw(element);
  }

  /** A pause within the two seconds keeps the notice; they begin anew with the playback. */
  private paused(element: HTMLVideoElement): void {
    const notice = this.noticeOf(element);
    if (notice.step === 'shown' && !element.ended) clearTimeout(notice.timer);
  }

  /** Played once more, a film begins once more. One that loops does not end. */
  private ended(element: HTMLVideoElement): void {
    const notice = this.noticeOf(element);
    if (notice.step === 'done') notice.step = 'waiting';
  }

  private finish(element: HTMLVideoElement, notice: Notice): void {
    if (this.signal.aborted || notice.step !== 'shown') return;
    // A film shorter than the notice has ended meanwhile, and may be played again.
    notice.step = element.ended ? 'waiting' : 'done';
    this.redraw(element);
  }

  /** An element that shows another film begins anew. */
  private noticeOf(element: HTMLVideoElement): Notice {
    const notice = this.notices.get(element);
    if (notice?.source === element.currentSrc) return notice;
    clearTimeout(notice?.timer);
    const fresh: Notice = { source: element.currentSrc, step: 'waiting' };
    this.notices.set(element, fresh);
    return fresh;
  }
}

/** The words of a label while its notice is shown; the label's own where there are none for what it says. */
export function noticeWords(plan: LabelPlan, words: LabelWords, language: Language): LabelWords {
  const { text } = plan;
  if (text === 'broken' || text === 'captured') return words;
  return { ...words, label: pageWord(`notice.${text}`, language) };
}

function isFilm(element: Element): element is HTMLVideoElement {
  return element.localName === 'video';
}

/** It began before it was labelled: the notice comes late, but it comes. */
function isRunning({ paused, ended, readyState, HAVE_FUTURE_DATA }: HTMLVideoElement): boolean {
  return !paused && !ended && readyState >= HAVE_FUTURE_DATA;
}
