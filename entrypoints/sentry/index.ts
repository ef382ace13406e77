import { defineUnlistedScript } from '#imports';
import { startSentry } from '../../lib/page/sentry';
import { loadHere, shadowRootOf } from '../../lib/platform/raw-runtime';
import { beginLife } from '../../lib/platform/script-life';

/**
 * The one script in every frame of every page: it watches for the first medium worth reading and then has the rest
 * loaded. Nothing may be imported here that needs the polyfill, a schema or a rule pack; a test holds its size.
 */
export default defineUnlistedScript(() => {
  const signal = beginLife('sentry', window);
  if (!signal) return;
  const start = () =>
    startSentry({ window, shadowRootOf, wake: () => void loadHere('page', signal) }, signal);
  // A page made ready in advance may never be seen.
  if (!isPrerendering()) start();
  else document.addEventListener('prerenderingchange', start, { once: true, signal });
});

function isPrerendering(): boolean {
  return (document as Document & { readonly prerendering?: boolean }).prerendering === true;
}
