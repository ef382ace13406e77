import type { ManualChannel } from './channel-plan';

/** The recipient's own form, opened with the text on the clipboard. Only https: addresses are opened. */
const form: ManualChannel = {
  id: 'form',
  plan({ recipient: { channel }, text }) {
    if (channel.kind !== 'form' || !URL.canParse(channel.url)) return undefined;
    const url = new URL(channel.url);
    return url.protocol === 'https:' ? { clipboard: text, url: url.href } : undefined;
  },
};

export default form;
