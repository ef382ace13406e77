import type { RecipientChannel } from '../../rules/recipient-row';
import type { ChannelId } from '../submission';
import type { ManualChannel } from './channel-plan';
import copy from './copy';
import form from './form';
import inPage from './in-page';
import mail from './mail';
import save from './save';

/** Ways out that a person carries through by hand; the others are delivered by the outbox. */
export const MANUAL_CHANNELS: readonly ManualChannel[] = [form, mail, inPage, copy, save];

/** The manual channel of that id; `undefined` for those that the outbox delivers. */
export function manualChannel(id: ChannelId): ManualChannel | undefined {
  return MANUAL_CHANNELS.find((channel) => channel.id === id);
}

/** The way a recipient's row names; a number is called, so its report is copied. */
export function channelOf({ kind }: RecipientChannel): ChannelId {
  return kind === 'phone' ? 'copy' : kind;
}
