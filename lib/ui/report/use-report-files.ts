import { useMemo } from 'preact/hooks';
import { useView } from '../view-context';
import { allowedEvidence, type EvidenceKind } from './model/evidence';
import { type ReadyFile, readyFiles } from './model/report-files';
import type { ReportInHand } from './use-report';

/** The files of a report: those at hand, those that go along, those that were wished and could not be had. */
export type ReportFiles = {
  readonly gathering: boolean;
  readonly ready: readonly ReadyFile[];
  readonly going: readonly ReadyFile[];
  readonly missing: readonly EvidenceKind[];
};

/** The files as they stand; the same ones as long as nothing was gathered anew. */
export function useReportFiles({ item, edit, draft }: ReportInHand): ReportFiles {
  const { services } = useView();
  const { evidence, wanted, categoryId, begunAt } = edit;
  const gathered = evidence.kind === 'gathered' ? evidence.gathered : undefined;
  const ready = useMemo(
    () => (gathered === undefined ? [] : readyFiles(item, gathered, draft.program, begunAt)),
    [item, gathered, draft.program, begunAt],
  );
  const allowed = allowedEvidence(categoryId, services.canCopyPage);
  const wished = allowed.filter((kind) => wanted.has(kind));
  return {
    gathering: gathered === undefined,
    ready: ready.filter(({ kind }) => allowed.includes(kind)),
    going: ready.filter(({ kind }) => wished.includes(kind)),
    missing: gathered === undefined ? [] : wished.filter((kind) => !ready.some((file) => file.kind === kind)),
  };
}
