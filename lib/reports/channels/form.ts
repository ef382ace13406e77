import type { ManualChannel } from './channel-plan';
import { endpointOf } from './endpoint';

/** The recipient's own form, opened with the text on the clipboard. Only addresses to which a report may be sent are opened. */
const form: ManualChannel = {
  id: 'form',
  plan({ recipient: { channel }, text }) {
    const url = channel.kind === 'form' ? endpointOf(channel.url) : undefined;
    return url && { clipboard: text, url: url.href };
  },
};

export default form;
