import { headerText } from '../escape';
import { reportWords } from '../report-words';
import type { ChannelInput, ChannelPlan, ManualChannel } from './channel-plan';

/** Longest address that every system hands on to a mail program (Windows' shell takes 2,083 characters). */
export const MAX_MAILTO_CHARS = 2000;

/** One address and nothing else: no second recipient, no header field of its own (RFC 6068 §2). */
const ADDRESS = /^[A-Za-z0-9.!#$'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/** A mail in the person's own program; what does not fit into its address is left to the clipboard and attachment. */
const mail: ManualChannel = {
  id: 'mail',
  plan(input) {
    const { channel } = input.recipient;
    return channel.kind === 'mail' && ADDRESS.test(channel.address)
      ? planTo(channel.address, input)
      : undefined;
  },
};

export default mail;

function planTo(address: string, { text, subject, language }: ChannelInput): ChannelPlan {
  const head = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encoded(headerText(subject))}&body=`;
  const whole = head + encoded(text);
  if (whole.length <= MAX_MAILTO_CHARS) return { url: whole };
  const note = encoded(`\n\n${reportWords(language)('reportText.mailRest')}`);
  const room = MAX_MAILTO_CHARS - head.length - note.length;
  return { clipboard: text, url: head + beginning(text, room) + note, warning: 'shortened' };
}

/** As much of the text, encoded, as fits into `room` characters; cut between characters, never inside one. */
function beginning(text: string, room: number): string {
  let begun = '';
  for (const char of text) {
    const next = encoded(char);
    if (begun.length + next.length > room) return begun;
    begun += next;
  }
  return begun;
}

/** Lines of a mail body end in CR LF (RFC 6068 §5). Half characters cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r?\n/g, '\r\n'));
}
