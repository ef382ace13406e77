import type { FormField, RecipientRow } from '../../rules/recipient-row';
import type { ReportDraft } from '../draft';

/** A field and what goes into it. */
export type FilledField = { readonly selector: string; readonly value: string };

/**
 * What goes into the fields of a described form. A part that was left out of the report leaves its field empty.
 *
 * @param text the report in words, as it stands
 */
export function filledFields(
  { channel }: RecipientRow,
  draft: ReportDraft,
  text: string,
  subject: string,
): readonly FilledField[] {
  const fields = channel.kind === 'form' ? (channel.fields ?? []) : [];
  const values: { readonly [value in FormField['value']]: string | undefined } = {
    text,
    subject,
    page: draft.page?.url,
    media: draft.media?.url,
    name: draft.reporter?.name,
    email: draft.reporter?.email,
  };
  return fields.flatMap(({ selector, value }) => {
    const filling = values[value];
    return filling === undefined ? [] : [{ selector, value: filling }];
  });
}
