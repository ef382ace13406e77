import type { Language } from '../../rules/localized';
import type { RecipientRow } from '../../rules/recipient-row';
import type { ChannelId } from '../submission';

/** What a channel is planned from. */
export type ChannelInput = {
  readonly recipient: RecipientRow;
  /** The report in words, as shown. */
  readonly text: string;
  /** Name of the category, for a subject. */
  readonly subject: string;
  readonly language: Language;
};

/** What a press of the last button does: the view carries it out, in this order. */
export type ChannelPlan = {
  readonly clipboard?: string;
  /** `https:` or `mailto:`, nothing else. */
  readonly url?: string;
  /** The item is shown on its page, whose own menu is to be used. */
  readonly reveal?: boolean;
  /** `shortened`: the mail holds the beginning only, the whole text is on the clipboard. */
  readonly warning?: 'shortened';
};

/** One way out that a person carries through by hand. Pure; `undefined` where the recipient cannot be reached so. */
export type ManualChannel = {
  readonly id: ChannelId;
  readonly plan: (input: ChannelInput) => ChannelPlan | undefined;
};
