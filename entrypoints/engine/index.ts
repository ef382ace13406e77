import { defineUnlistedScript } from '#imports';
import { offerEngine } from '../../lib/page/engine-door';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { mediaInspector } from './media-inspector';
import { mediaVerifier } from './media-verifier';

/** The reading engine: all parsers and rules, loaded for the first medium that is read here. See `lib/page/engine-door.ts`. */
export default defineUnlistedScript(() =>
  offerEngine({ inspect: mediaInspector(loadRuleBook()), verify: mediaVerifier() }),
);
