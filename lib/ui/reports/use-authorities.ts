import { recipientDirectory } from '../../reports/recipients/directory';
import type { RecipientRow } from '../../rules/recipient-row';
import { useReporting } from '../report/use-reporting';

/** Authorities that a report under a law profile can be taken to: preset ones, own ones, then those of the directory. */
export function useAuthorities(profile: string): readonly RecipientRow[] {
  const { managed, recipients } = useReporting();
  const rows = new Map(
    [...managed, ...recipients, ...recipientDirectory].map((row) => [row.id, row] as const),
  );
  // A later row of the same id is the shipped one; what somebody entered stands in its place.
  for (const row of [...recipients, ...managed]) rows.set(row.id, row);
  return [...rows.values()].filter(
    ({ kind, profiles }) => kind === 'authority' && (profiles?.includes(profile) ?? true),
  );
}
