import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** One project per kind of proof, so that each can be run alone (`npm run test:unit` …). */
const node = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, environment: 'node' as const, ...extra },
});

const browser = (name: string) =>
  node(`e2e-${name}`, ['test/e2e/**/*.e2e.ts'], {
    env: { BIANSHI_BROWSER: name },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  });

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    projects: [
      node('unit', ['test/unit/**/*.test.{ts,tsx}', 'test/fuzz/**/*.test.ts'], { testTimeout: 30_000 }),
      node('contracts', ['test/contracts/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 60_000 }),
      node('corpus', ['test/corpus/**/*.test.ts'], { testTimeout: 60_000 }),
      node('built', ['test/built/**/*.test.ts'], { testTimeout: 60_000 }),
      browser('chromium'),
      browser('firefox'),
    ],
  },
});
