import { listFolder, textsIn } from '../../../lib/cli/list-texts';

/** Texts of the trust lists where they are on this machine: `BIANSHI_TRUST`, brought in, or `../shared/trust`. */
export const trustFolder = listFolder();
export const trustText = textsIn(trustFolder);

if (trustFolder === undefined) console.log('trust lists: tests that need them are skipped');
