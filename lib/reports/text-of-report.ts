import type { Language } from '../rules/localized';
import type { ReportDraft } from './draft';
import type { Report } from './report';
import { reportText } from './report-text';

/** A report in words, made from its data: what `report.json` says, whoever wrote it. */
export function textOfReport(report: Report, language: Language): string {
  return report.text ?? reportText(draftOf(report), language);
}

function draftOf(report: Report): ReportDraft {
  const { program, matter, notice, draftedAt, page, media, readAt, file, shown, gbLabels, findings } = report;
  const { name, email, goodFaith } = notice;
  return {
    program,
    category: { id: matter.category, name: matter.name, meaning: matter.name, rests: matter.rests },
    description: notice.explanation,
    ...(matter.severity === undefined ? {} : { severity: matter.severity.estimate }),
    ...reporterOf(name, email),
    ...defined({ draftedAt, page, media, readAt, file, shown, gbLabels }),
    ...(findings === undefined ? {} : { evidence: findings }),
    ...(goodFaith ? { goodFaith } : {}),
  };
}

function reporterOf(name: string | undefined, email: string | undefined): Pick<ReportDraft, 'reporter'> {
  return name === undefined && email === undefined ? {} : { reporter: defined({ name, email }) };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
