import { describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages';
import { checkPage } from '../support/browsers/check-page';
import { useSession } from './support/session';

/** Every page of the specimen site against its own list: which picture carries which label, and which none. */

const session = useSession();

describe('specimen pages', () => {
  it.each(PAGES.map(({ id }) => id))(
    '%s shows exactly the labels it lists',
    { timeout: 120_000 },
    async (id) => {
      const page = await session.open(id);
      const wrong = (await checkPage(page)).filter(({ asExpected }) => !asExpected);
      await page.close();
      expect(wrong).toEqual([]);
    },
  );
});
