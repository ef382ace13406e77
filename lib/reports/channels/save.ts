import type { ManualChannel } from './channel-plan';

/** A file on the person's own disk: always possible, also without a clipboard. What is saved is the package. */
const save: ManualChannel = { id: 'save', plan: () => ({}) };

export default save;
