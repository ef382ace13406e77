import type { ReportDraft } from './draft';

/** A file to save: its name's end, its type and its text. */
export type ReportFileContent = {
  readonly extension: string;
  readonly mime: string;
  readonly content: string;
};

/**
 * The report as a machine-readable file.
 *
 * Nothing goes into it that the person did not see: once they have changed the text by hand, the parts it was made
 * from are no longer what they mean to say, so the file holds their text alone.
 *
 * @param editedText the text as changed by hand, where it was
 */
export function reportJson(draft: ReportDraft, editedText: string | undefined): ReportFileContent {
  const { format, formatVersion, program, category } = draft;
  const value =
    editedText === undefined
      ? draft
      : { format, formatVersion, program, category: { id: category.id }, text: editedText };
  return { extension: 'json', mime: 'application/json', content: `${JSON.stringify(value, null, 2)}\n` };
}

/** The report as plain text. */
export function reportPlainText(text: string): ReportFileContent {
  return { extension: 'txt', mime: 'text/plain;charset=utf-8', content: text };
}
