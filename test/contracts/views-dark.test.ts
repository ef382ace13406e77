import { describe, expect, it } from 'vitest';
import { SCENES } from '../support/ui-harness/scenes';
import { useViews } from '../support/ui-harness/use-views';

/** Every view in every state in the dark. Only colours differ from light, and they are the same in every language. */

const views = useViews();

describe('in dark', () => {
  it.each(SCENES)('$name has colours that can be told apart', async (scene) => {
    await views.open(scene, 'dark', 'zh-CN');
    expect(await views.violations(['color-contrast'])).toEqual([]);
  });
});
