import { accessSync, constants } from 'node:fs';
import type { BrowserName } from './browser';

type Known = {
  readonly variable: string;
  readonly paths: readonly string[];
  readonly packages: string;
  readonly homepage: string;
};

const KNOWN: Readonly<Record<BrowserName, Known>> = {
  chromium: {
    variable: 'BIANSHI_CHROMIUM',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/microsoft-edge',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    packages: 'chromium',
    homepage: 'https://www.chromium.org/getting-involved/download-chromium/',
  },
  firefox: {
    variable: 'BIANSHI_FIREFOX',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    packages: 'firefox-esr',
    homepage: 'https://www.mozilla.org/firefox/',
  },
};

/** Path of the browser's executable, or nothing where none of the usual places has one. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, paths } = KNOWN[name];
  const named = process.env[variable];
  return named ? named : paths.find(isExecutable);
}

/** Path of the browser's executable; throws with exactly how to install it. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path !== undefined && isExecutable(path)) return path;
  const problem = path === undefined ? `No ${name} was found.` : `${path} cannot be run.`;
  throw new Error(`${problem} ${installHint(name)}`);
}

/** How a person gets the browser, in one line. */
export function installHint(name: BrowserName): string {
  const { variable, packages, homepage } = KNOWN[name];
  const debian = `On Debian or Ubuntu: ${installCommand(name).join(' ')} (package ${packages}).`;
  return `${debian} Elsewhere: ${homepage}. Or set ${variable} to the path of its executable.`;
}

/** The command that installs the browser on Debian, with `sudo` unless already root. */
export function installCommand(name: BrowserName): readonly string[] {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  return [...sudo, 'apt-get', 'install', '--yes', '--no-install-recommends', KNOWN[name].packages];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
