import { manualChannel } from '../../reports/channels/manual-channels';
import type { Attachment, ChannelId, Submission } from '../../reports/submission';
import type { View } from '../view-context';
import { buildOutgoing, type FilesInput } from './model/report-files';
import type { ReportInHand } from './use-report';
import type { ReportFiles } from './use-report-files';

/** Channels by which the package cannot go along: it is saved, for the person to attach or upload. */
const SAVED_FOR: readonly ChannelId[] = ['form', 'mail', 'save'];

/** What sending needs of its view. */
export type Sender = Pick<View, 'services' | 'jurisdiction' | 'language'>;

/** Whether the package is saved on the person's disk when the report goes by that way. */
export function isSaved(channel: ChannelId, files: ReportFiles): boolean {
  return channel === 'save' || (SAVED_FOR.includes(channel) && files.going.length > 0);
}

/** The report as it stands, ready to be built. */
export function filesInput(
  report: ReportInHand,
  files: ReportFiles,
  view: Pick<View, 'jurisdiction' | 'language'> & { readonly now: string },
): FilesInput {
  const { draft, edit, recipient, page } = report;
  return {
    draft,
    id: edit.id,
    profile: view.jurisdiction.id,
    recipient,
    editedText: edit.text,
    now: view.now,
    files: files.going,
    language: view.language,
    pageUrl: page.url,
  };
}

/**
 * Sends a report on its way. Clipboard and address come first, while the press still counts as one; then the report is
 * built, saved where that is meant, and handed over to be kept and delivered.
 *
 * @throws when the clipboard refuses, the files are too large, or the report cannot be kept
 */
export async function sendReport(
  report: ReportInHand,
  files: ReportFiles,
  channel: ChannelId,
  { services, jurisdiction, language }: Sender,
): Promise<void> {
  const { item, recipient, text, draft } = report;
  const subject = draft.category.name[language];
  const plan = manualChannel(channel)?.plan({ recipient, text, subject, language });
  if (plan?.clipboard !== undefined) await services.copyText(plan.clipboard);
  if (plan?.url !== undefined && channel === 'form') report.onForm(plan.url);
  if (plan?.url !== undefined) await services.openAddress(plan.url);
  if (plan?.reveal === true) await services.revealItem(item.id).catch(() => undefined);
  const now = services.now();
  const outgoing = await buildOutgoing(
    filesInput(report, files, { jurisdiction, language, now }),
    channel === 'save',
  );
  const { evidence } = outgoing;
  if (evidence !== undefined && isSaved(channel, files))
    await services.saveBlob(evidence.name, evidence.bytes);
  await services.submitReport(submissionOf(report, channel, outgoing, { profile: jurisdiction.id, now }));
  // Here, not in the view: the form that was opened may have taken its place.
  await services.saveDraft(item.mediaUrl, undefined).catch(() => undefined);
}

function submissionOf(
  { edit, item, page, recipient, text }: ReportInHand,
  channel: ChannelId,
  { report, evidence }: { readonly report: string; readonly evidence?: Attachment },
  { profile, now }: { readonly profile: string; readonly now: string },
): Submission {
  const { kind, mediaUrl, pageUrl, label } = item;
  return {
    id: edit.id,
    item: { kind, mediaUrl, pageUrl, pageTitle: page.title, badge: label.badge },
    categoryId: edit.categoryId,
    recipient,
    channel,
    text,
    report,
    ...(evidence === undefined ? {} : { evidence }),
    confirmedAt: now,
    profile,
  };
}
