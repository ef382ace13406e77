import type { CheckerHost } from '../../lib/checker/checker-host';
import { localChecker } from '../../lib/platform/check-host';
import { offscreenChecker } from '../../lib/platform/offscreen-checker';

/** Where this browser's background lets credentials be checked. */
export function checker(): CheckerHost {
  return import.meta.env.FIREFOX ? localChecker() : offscreenChecker();
}
