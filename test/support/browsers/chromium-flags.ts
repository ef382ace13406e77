import type { LaunchOptions } from './browser';

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
];

/** What Chromium is started with so that it is quiet, reaches only `hosts` (unless `offline` is false) and speaks `locale`. */
export function chromiumFlags(options: Pick<LaunchOptions, 'hosts' | 'locale' | 'offline'>): string[] {
  const own = options.hosts.map((host) => `MAP ${host} 127.0.0.1`);
  const rest = ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  const rules = (options.offline ?? true) ? [...own, ...rest] : own;
  return [
    ...QUIET,
    `--host-resolver-rules=${rules.join(',')}`,
    `--lang=${options.locale ?? 'en'}`,
    `--accept-lang=${options.locale ?? 'en'}`,
    // Chromium refuses to start its sandbox as root (containers, CI).
    ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
  ];
}
