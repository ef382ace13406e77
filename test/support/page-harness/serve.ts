import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';

const GROUNDS: Readonly<Record<string, string>> = {
  light: '<rect width="100%" height="100%" fill="#fdfcf6"/>',
  dark: '<rect width="100%" height="100%" fill="#0b0b10"/>',
  colour:
    '<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#1b6b4a"/><stop offset="1" stop-color="#6fd3e8"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>',
  busy: '<filter id="n"><feTurbulence baseFrequency=".04" numOctaves="4" seed="7"/></filter><rect width="100%" height="100%" filter="url(#n)"/>',
};

const pictures: Plugin = {
  name: 'made-up-pictures',
  configureServer: (server) => {
    server.middlewares.use('/picture', (request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const ground = GROUNDS[query.get('look') ?? 'light'] ?? '';
      response.setHeader('content-type', 'image/svg+xml');
      response.end(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${Number(query.get('width'))}" height="${Number(query.get('height'))}">${ground}</svg>`,
      );
    });
  },
};

/** Serves pages whose pictures and answers are made up. @returns its address and how to stop it */
export async function servePageHarness(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null, fs: { allow: [join(import.meta.dirname, '../../..')] } },
    plugins: [pictures],
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the harness has no address');
  return { url, stop: () => server.close() };
}
