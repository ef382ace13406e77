import type { Browser as Puppeteer } from 'puppeteer-core';

/** Chromium's own page for trying policies out: they hold for this run, and no folder of the system is written to. */
const TEST_PAGE = 'chrome://policy/test';

/** Values of Chromium's enumerations (`policy_test.mojom`, `policy_types.h`): by the machine's administrator, not optional. */
const MANDATORY = { source: 5, scope: 1, level: 1 } as const;

/** Presets values for an extension's managed storage, as an organisation does. Chromium hands them out a while later. */
export async function presetPolicy(
  puppeteer: Puppeteer,
  extensionId: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const page = await puppeteer.newPage();
  await page.goto(TEST_PAGE).catch(() => undefined);
  const policies = Object.entries(values).map(([name, value]) => ({
    ...MANDATORY,
    namespace: extensionId,
    name,
    value,
  }));
  if (!(await page.evaluate(apply, JSON.stringify(policies))))
    throw new Error(
      `This browser has no ${TEST_PAGE} (Google Chrome has not): set BIANSHI_CHROMIUM to a Chromium`,
    );
  await page.close();
}

/** Sent into the page: uses nothing from outside. */
function apply(policies: string): boolean {
  const { chrome } = globalThis as unknown as { chrome?: { send?(message: string, args: unknown[]): void } };
  if (chrome?.send === undefined) return false;
  chrome.send('setLocalTestPolicies', ['preset', policies, '']);
  return true;
}
