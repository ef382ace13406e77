import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LabelPlan } from '../../../lib/labels/label-plan';
import { NOTICE_MS, noticeWords, StartNotices } from '../../../lib/page/start-notice';

/** What of a film the notice looks at. */
class Film extends EventTarget {
  readonly localName: string = 'video';
  readonly HAVE_FUTURE_DATA = 3;
  readyState = 0;
  currentSrc = 'https://a.example/1.mp4';
  paused = true;
  ended = false;

  tell(type: 'playing' | 'pause' | 'ended'): void {
    this.paused = type !== 'playing';
    this.ended = type === 'ended';
    this.dispatchEvent(new Event(type));
  }
}

const control = new AbortController();
const followed = (film = new Film()) => {
  const drawn: boolean[] = [];
  const element = film as unknown as Element;
  const notices: StartNotices = new StartNotices((one) => drawn.push(notices.isShown(one)), control.signal);
  notices.follow(element);
  return { film, element, notices, drawn };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the notice at the start of a film', () => {
  it('stands for two seconds from the start of playback, once', () => {
    const { film, element, notices, drawn } = followed();
    expect(notices.isShown(element)).toBe(false);
    film.tell('playing');
    expect(notices.isShown(element)).toBe(true);
    vi.advanceTimersByTime(2000);
    expect(notices.isShown(element)).toBe(true);
    vi.advanceTimersByTime(NOTICE_MS - 2000);
    expect(notices.isShown(element)).toBe(false);
    film.tell('pause');
    film.tell('playing');
    expect(drawn).toEqual([true, false]);
  });

  it('waits while the film is paused, and stands its time when it goes on', () => {
    const { film, element, notices } = followed();
    film.tell('playing');
    vi.advanceTimersByTime(1000);
    film.tell('pause');
    vi.advanceTimersByTime(60_000);
    expect(notices.isShown(element)).toBe(true);
    film.tell('playing');
    vi.advanceTimersByTime(NOTICE_MS - 1);
    expect(notices.isShown(element)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(notices.isShown(element)).toBe(false);
  });

  it('comes again when the film is played again, or another one begins', () => {
    const { film, drawn } = followed();
    film.tell('playing');
    vi.advanceTimersByTime(NOTICE_MS);
    film.tell('ended');
    film.tell('playing');
    vi.advanceTimersByTime(NOTICE_MS);
    film.currentSrc = 'https://a.example/2.mp4';
    film.tell('playing');
    expect(drawn).toEqual([true, false, true, false, true]);
  });

  it('ends on a film that is shorter, and comes again with it', () => {
    const { film, drawn } = followed();
    film.tell('playing');
    vi.advanceTimersByTime(500);
    film.tell('ended');
    vi.advanceTimersByTime(NOTICE_MS);
    film.tell('playing');
    expect(drawn).toEqual([true, false, true]);
  });

  it('comes late on a film that runs already, and never on a sound', () => {
    const running = Object.assign(new Film(), { paused: false, readyState: 4 });
    expect(followed(running).drawn).toEqual([true]);
    const { film, drawn } = followed(Object.assign(new Film(), { localName: 'audio' }));
    film.tell('playing');
    expect(drawn).toEqual([]);
  });
});

describe('the words of the notice', () => {
  const words = { label: 'AI生成', compact: 'AI', sentence: '。', cites: [] };
  const plan = (text: LabelPlan['text']) => ({ badge: 'confirmed', text, pending: false }) as LabelPlan;

  it.each([
    ['confirmed.full', '属于'],
    ['confirmed.partial', '含'],
    ['possible', '可能为'],
    ['suspected', '疑似'],
  ] as const)('hold both elements and the state: %s', (text, state) => {
    const { label } = noticeWords(plan(text), words, 'zh-CN');
    expect(label).toMatch(/AI.*生成/);
    expect(label).toContain(state);
  });

  it('are those of the label where it states no AI', () => {
    expect(noticeWords(plan('captured'), words, 'zh-CN')).toBe(words);
  });
});
