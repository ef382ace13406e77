import { useState } from 'preact/hooks';
import { withNotes } from '../../reports/ledger/entry-changes';
import { faultWords } from '../model/fault-words';
import { useView } from '../view-context';
import type { PartProps } from './report-detail';

/** The person's own notes; kept when the field is left. */
export function NotesSection({ desk, entry }: PartProps) {
  const { t, announce } = useView();
  const [notes, setNotes] = useState(entry.notes);
  const save = () => {
    if (notes === entry.notes) return;
    void desk
      .change(entry.id, (now) => withNotes(now, notes, desk.instant()))
      .then(
        () => announce('common.saved'),
        (error: unknown) => announce(faultWords(error, 'common.saveFailed')),
      );
  };
  return (
    <section class="block field">
      <label for="report-notes">{t('ledger.notes')}</label>
      <textarea
        id="report-notes"
        rows={3}
        value={notes}
        onInput={(event) => setNotes(event.currentTarget.value)}
        onBlur={save}
      />
      <p class="muted small">{t('ledger.notesHint')}</p>
    </section>
  );
}
