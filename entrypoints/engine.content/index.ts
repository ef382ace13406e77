import { defineContentScript } from '#imports';
import { offerEngine } from '../../lib/page/engine-door';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { mediaInspector } from './media-inspector';
import { mediaVerifier } from './media-verifier';

/** The reading engine: all parsers and rules, loaded once the page stands. See `lib/page/engine-door.ts`. */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => offerEngine({ inspect: mediaInspector(loadRuleBook()), verify: mediaVerifier() }),
});
