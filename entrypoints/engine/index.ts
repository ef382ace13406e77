import { defineUnlistedScript } from '#imports';
import type { PageFact } from '../../lib/facts/page-facts';
import { applyCredential } from '../../lib/inspect/apply-credential';
import { inspectPageFact } from '../../lib/inspect/inspect-page-fact';
import { joinPage } from '../../lib/inspect/join-page';
import { offerEngine } from '../../lib/page/engine-door';
import { loadPlatforms } from '../../lib/rules/platforms';
import { loadRuleBook, type RuleBook } from '../../lib/rules/rule-book';
import type { Finding } from '../../lib/signals/finding';
import { readPlatformFact } from '../../lib/signals/page/platform';
import { mediaInspector } from './media-inspector';

/** The reading engine: all parsers and rules, loaded for the first medium that is read here. See `lib/page/engine-door.ts`. */
export default defineUnlistedScript(() => {
  const rules = loadRuleBook();
  offerEngine({
    inspect: mediaInspector(rules),
    applyCheck: applyCredential,
    readPage: (facts) => Promise.all(facts.map((fact) => readPage(fact, rules))),
    join: joinPage,
  });
});

/** A bug of ours in one statement must not cost the others. */
async function readPage(fact: PageFact, rules: RuleBook): Promise<readonly Finding[]> {
  try {
    const platform = readPlatformFact(fact, loadPlatforms());
    return platform ? [platform] : await inspectPageFact(fact, rules);
  } catch {
    return [];
  }
}
