import type { ManualChannel } from './channel-plan';

/** The text on the clipboard, to whomever: always possible. */
const copy: ManualChannel = { id: 'copy', plan: ({ text }) => ({ clipboard: text }) };

export default copy;
