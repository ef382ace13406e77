import { describe, expect, it } from 'vitest';
import { speakingPage } from '../../../entrypoints/background/speaking-page';
import type { TabPage } from '../../../lib/messages/page-items';

const PAGE = { url: 'https://news.example/' } as unknown as TabPage;

/** A tab whose page speaks after so many looks once it is roused; `undefined`: it never does. */
function tab(speaksAfter: number | undefined, mayRouse = true) {
  const log: string[] = [];
  let roused = false;
  let looks = 0;
  const asked = {
    read: async () => {
      log.push('read');
      if (roused) looks += 1;
      return speaksAfter !== undefined && looks >= speaksAfter ? PAGE : undefined;
    },
    rouse: async () => {
      log.push('rouse');
      roused = mayRouse;
      return mayRouse;
    },
    pause: async () => void log.push('pause'),
  };
  return { asked, log };
}

describe('speakingPage', () => {
  it('gives at once what the page has said', async () => {
    const { asked, log } = tab(0);
    expect(await speakingPage(asked)).toBe(PAGE);
    expect(log).toEqual(['read']);
  });

  it('waits for a page that was roused', async () => {
    const { asked, log } = tab(3);
    expect(await speakingPage(asked)).toBe(PAGE);
    expect(log).toEqual(['read', 'rouse', 'read', 'pause', 'read', 'pause', 'read']);
  });

  it('does not wait where nothing of ours may be', async () => {
    const { asked, log } = tab(1, false);
    expect(await speakingPage(asked)).toBeUndefined();
    expect(log).toEqual(['read', 'rouse']);
  });

  it('does not wait for ever', async () => {
    const { asked, log } = tab(undefined);
    expect(await speakingPage(asked)).toBeUndefined();
    expect(log.filter((entry) => entry === 'pause').length).toBe(75);
  });
});
