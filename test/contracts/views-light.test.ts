import { describe, expect, it } from 'vitest';
import { SCENES } from '../support/ui-harness/scenes';
import { useViews } from '../support/ui-harness/use-views';

/** Every view in every state, over made-up pages, in a real browser: accessible, in its width, and safe. */

const views = useViews();

describe('in light', () => {
  it.each(SCENES)('$name is accessible, fits its width and runs nothing from files', async (scene) => {
    for (const language of ['en', 'zh-CN'] as const) {
      await views.open(scene, 'light', language);
      expect(await views.page.evaluate(() => document.documentElement.scrollWidth)).toBe(scene.width);
      expect(await views.page.$('img[src="x"]')).toBeNull();
      expect(await views.page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
    expect(await views.violations()).toEqual([]);
  });
});
