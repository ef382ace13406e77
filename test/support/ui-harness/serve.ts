import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { samplePicture } from './picture';

const pictures: Plugin = {
  name: 'sample-pictures',
  configureServer: (server) => {
    server.middlewares.use('/picture', (request, response) => {
      response.setHeader('content-type', 'image/png');
      response.end(samplePicture(request.url ?? ''));
    });
  },
};

/** Serves the views over fake services. @returns its address and how to stop it */
export async function serveHarness(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null, fs: { allow: [join(import.meta.dirname, '../../..')] } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [pictures],
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the harness has no address');
  return { url, stop: () => server.close() };
}
