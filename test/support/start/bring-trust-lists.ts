import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../source/modules';

const SHARED = '../shared/trust';
const TAKEN = 'assets/trust/lists';

/**
 * Before a build: takes the trust lists from `../shared/trust` where they lie there and none were brought yet. Files
 * that are not the pinned ones are refused, and said so; the build goes on without them.
 */
export function bringTrustLists(): void {
  if (existsSync(join(ROOT, TAKEN)) || !existsSync(join(ROOT, SHARED))) return;
  const args = ['--no-install', 'vite-node', 'lib/cli/trust.ts', '--', '--from', SHARED];
  spawnSync('npx', args, { cwd: ROOT, stdio: 'inherit' });
}
