/** What the benches use of the engine, as one entry to bundle. */
export { memorySource } from '../../lib/bytes/source';
export { fileSource } from '../../lib/cli/file-source';
export { ALL_FORMATS } from '../../lib/containers/document-registry';
export { inspect } from '../../lib/inspect/inspect';
export { loadRuleBook } from '../../lib/rules/rule-book';
