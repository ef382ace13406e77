import type { ManualChannel } from './channel-plan';

/** A menu of the site itself: the text is put on the clipboard and the item shown on its page. */
const inPage: ManualChannel = {
  id: 'in-page',
  plan: ({ recipient: { channel }, text }) =>
    channel.kind === 'in-page' ? { clipboard: text, reveal: true } : undefined,
};

export default inPage;
