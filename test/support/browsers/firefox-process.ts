import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_VIEWPORT, type LaunchOptions } from './browser';
import { homeWithPolicy } from './firefox-policy';
import { Marionette } from './marionette';
import { requireBrowser } from './require-browser';

type Preference = string | number | boolean;

const QUIET: Readonly<Record<string, Preference>> = {
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  // An add-on installed for one run is a new one in the next, which is to find what the last one stored.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** A running Firefox with its profile, and the way to talk to it. */
export type FirefoxProcess = {
  readonly marionette: Marionette;
  /** Resolves when the process has gone. */
  readonly ended: Promise<void>;
  /** Ends the process this module started, by its id, and removes the profile. */
  end(): Promise<void>;
};

/** Starts Firefox in a fresh profile with Marionette listening on a free port. */
export async function startFirefox(options: LaunchOptions): Promise<FirefoxProcess> {
  const executable = requireBrowser('firefox');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'bianshi-firefox-'));
  const home = options.policy === undefined ? undefined : homeWithPolicy(options.policy);
  const clear = () => {
    if (options.profile === undefined) remove(profile);
    if (home !== undefined) remove(home);
  };
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), userScript({ ...preferences(options), 'marionette.port': port }));
  const child = spawn(executable, commandLine(options, profile), {
    stdio: 'ignore',
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', ...(home === undefined ? {} : { HOME: home }) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const atExit = () => abandon(child, clear);
  process.once('exit', atExit);
  const end = () => {
    process.off('exit', atExit);
    return endProcess(child, clear);
  };
  try {
    const marionette = await Marionette.connect(port, () => exitReason(child));
    return { marionette, ended, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function commandLine(options: LaunchOptions, profile: string): string[] {
  const { width, height } = options.viewport ?? DEFAULT_VIEWPORT;
  const base = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const headless = ['--headless', '--width', String(width), '--height', String(height)];
  return (options.headless ?? true) ? [...base, ...headless] : base;
}

function preferences(options: LaunchOptions): Record<string, Preference> {
  const locale = options.locale ?? 'en';
  const scheme = options.colorScheme === 'dark' ? 0 : 1;
  return {
    ...QUIET,
    'network.dns.localDomains': options.hosts.join(','),
    'network.proxy.allow_hijacking_localhost': false,
    'intl.accept_languages': locale,
    // As where a person has allowed it (about:addons, Permissions); Chromium allows it to unpacked extensions by itself.
    'extensions.webextensions.fileSchemeAccess.requireOptIn': false,
    ...(options.colorScheme ? { 'layout.css.prefers-color-scheme.content-override': scheme } : {}),
    ...((options.offline ?? true) ? offline(options.hosts) : {}),
  };
}

/** Everything but the local names goes to a proxy that is not there, so that a test never reaches the network. */
const offline = (hosts: readonly string[]): Readonly<Record<string, Preference>> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': ['127.0.0.1', 'localhost', '.localhost', '.test', ...hosts].join(','),
});

function userScript(preferences: Readonly<Record<string, Preference>>): string {
  const line = ([name, value]: [string, Preference]) => `user_pref("${name}", ${JSON.stringify(value)});`;
  return `${Object.entries(preferences).map(line).join('\n')}\n`;
}

function exitReason(child: ChildProcess): string | undefined {
  return child.exitCode === null ? undefined : `Firefox ended at once with exit code ${child.exitCode}`;
}

async function endProcess(child: ChildProcess, clear: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  clear();
}

function remove(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Last chance where nobody has closed the browser: an exiting process can only act at once. */
function abandon(child: ChildProcess, clear: () => void): void {
  child.kill('SIGKILL');
  clear();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
