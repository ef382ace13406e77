import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';
import { waitForStored } from './support/stored';

/**
 * Servers that answer badly. The page gets its picture in every case; what they do to our requests ends in a declared
 * reason within a time budget, or in a label.
 */

const session = useSession();
const PICTURE = '/media/gb/label-1-xmp-element.jpg';

/** The longest a server may keep us from an answer (`ANSWER_TIMEOUT_MS`), and some for the browser. */
const TIME_BUDGET_MS = 20_000;

/** Shows one picture of another site, served in a certain way, and gives the page. */
async function show(way: string) {
  const page = await session.open('nothing');
  await page.evaluate(
    (url) => {
      const picture = document.querySelector('img');
      if (picture) picture.src = url;
    },
    session.server.url('cdn.test', `${way}${PICTURE}`),
  );
  return page;
}

const requestsOf = (way: string, from: number) =>
  session.server.log.slice(from).filter(({ url, range }) => url.startsWith(way) && range !== undefined);

const isReason = (reason: string) => (stored: Awaited<ReturnType<typeof waitForStored>>) =>
  stored.frames.some(({ counts }) => counts.notChecked[reason] === 1);

describe('a server', () => {
  it.each([
    ['/stall', 'timed-out', 1],
    ['/reset', 'network-failed', 1],
    ['/wrongrange', 'http-error', 1],
    ['/once', 'http-error', 1],
    ['/signin', 'needs-sign-in', 2],
  ])('that answers as %s is said to be %s, after %i requests', async (way, reason, requests) => {
    const from = session.server.log.length;
    const page = await show(way);
    await waitForStored(session, isReason(reason), TIME_BUDGET_MS);
    expect(requestsOf(way, from)).toHaveLength(requests);
    expect(await page.labels()).toEqual([]);
    await page.close();
  });

  it.each(['/norange', '/octet', '/mistyped', '/hotlink', '/redirect', '/slow', '/nostore'])(
    'that answers as %s does not keep a label from being read',
    async (way) => {
      const page = await show(way);
      const labels = await page.waitForLabels((all) => all.length === 1, TIME_BUDGET_MS);
      expect(labels.map(({ badge }) => badge)).toEqual(['confirmed']);
      await page.close();
    },
  );

  it('that never ends is left after what was needed', async () => {
    const from = session.server.log.length;
    const page = await show('/endless');
    await waitForStored(
      session,
      ({ frames }) => frames.some(({ url, counts }) => url.includes('/nothing') && counts.unreadable === 1),
      TIME_BUDGET_MS,
    );
    const [request, ...others] = requestsOf('/endless', from);
    expect(others).toEqual([]);
    expect(request?.done).toBe(true);
    await page.close();
  });

  it('that sends us into a private network is not followed there', async () => {
    const from = session.server.log.length;
    const page = await show('/toprivate');
    const reason = session.browser.name === 'chromium' ? 'private-network' : 'network-failed';
    await waitForStored(session, isReason(reason), TIME_BUDGET_MS);
    expect(session.server.log.slice(from).filter(({ url }) => url.includes('?reached'))).toEqual([]);
    await page.close();
  });

  it('that wants a sign-in is asked with cookies once a person says so, and not before', async () => {
    const other = await session.browser.newPage();
    await other.goto(session.server.url('cdn.test', '/pages/nothing'));
    await other.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the test is about cookies.
      document.cookie = 'session=1; path=/; max-age=600';
    });
    const from = session.server.log.length;
    const page = await show('/signin');
    await waitForStored(session, isReason('needs-sign-in'), TIME_BUDGET_MS);
    expect(requestsOf('/signin', from).map(({ cookie }) => cookie)).toEqual([undefined, undefined]);
    const { browser } = session;
    const panel = await (browser.name === 'chromium' ? browser.openPopup(page) : browser.openPanel(page));
    await panel.waitFor(() => document.querySelector('.rest button'));
    await panel.evaluate(() => document.querySelector<HTMLElement>('.rest button')?.click());
    const labels = await page.waitForLabels((all) => all.length === 1, TIME_BUDGET_MS);
    expect(labels.map(({ badge }) => badge)).toEqual(['confirmed']);
    expect(requestsOf('/signin', from).at(-1)?.cookie).toBe('session=1');
    await page.close();
    await other.close();
  });
});
