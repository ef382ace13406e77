import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, preview } from 'vite';
import { samplePicture } from './picture';

const pictures: Plugin = {
  name: 'sample-pictures',
  configurePreviewServer: (server) => {
    server.middlewares.use('/picture', (request, response) => {
      response.setHeader('content-type', 'image/png');
      response.end(samplePicture(request.url ?? ''));
    });
  },
};

/**
 * Serves the views over fake services. They are built once, not served module by module: a development server
 * that finds a dependency late sends a page half of its modules twice, and every scene would load a hundred files.
 * @returns its address and how to stop it
 */
export async function serveHarness(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'bianshi-views-'));
  const config: InlineConfig = {
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 10_000 },
    preview: { port: 0, host: '127.0.0.1' },
    plugins: [pictures],
  };
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the harness has no address');
  const stop = async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
  return { url, stop };
}
