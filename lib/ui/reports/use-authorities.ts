import { recipientDirectory } from '../../reports/recipients/directory';
import type { RecipientRow } from '../../rules/recipient-row';

/** Authorities that a report under a law profile can be taken to. */
export function useAuthorities(profile: string): readonly RecipientRow[] {
  return recipientDirectory.filter(
    ({ kind, profiles }) => kind === 'authority' && (profiles?.includes(profile) ?? true),
  );
}
