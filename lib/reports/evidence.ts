import type { Assurance, Finding, Remark, SignalId, Statement } from '../signals/finding';
import type { Producer } from '../signals/producers/producer';
import { plainLine } from './plain-line';

/** Longest excerpt of a raw value in a report: enough to recognise it by, not a copy of somebody's workflow. */
export const MAX_EXCERPT_CHARS = 300;

/** One finding as a report carries it. */
export type ReportEvidence = {
  readonly signal: SignalId;
  /** Container path, outermost first, joined with ` › `. */
  readonly where: string;
  /** Absolute offset in the file, in bytes. */
  readonly offset?: number;
  readonly states: Statement;
  readonly assurance: Assurance;
  readonly excerpt: string;
  readonly remarks: readonly Remark['code'][];
  readonly tool?: string;
};

/** A GB 45438 label as a report carries it. */
export type ReportGbLabel = {
  readonly where: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly producer?: ReportProducer;
  readonly propagator?: ReportProducer;
};

/** Whom a provider code names, and whether the code holds together. */
export type ReportProducer = {
  readonly raw: string;
  readonly company?: { readonly 'zh-CN': string; readonly en: string };
  readonly uscc?: string;
  readonly checkDigit?: 'passes' | 'fails';
};

/** The finding in the form a report carries; values bounded and fit for one line. */
export function reportEvidence(finding: Finding): ReportEvidence {
  return {
    signal: finding.signal,
    where: where(finding),
    ...(finding.place.offset === undefined ? {} : { offset: finding.place.offset }),
    states: finding.states,
    assurance: finding.assurance,
    excerpt: plainLine(finding.raw, MAX_EXCERPT_CHARS),
    remarks: finding.remarks.map(({ code }) => code),
    ...(finding.generator === undefined ? {} : { tool: plainLine(finding.generator.tool) }),
  };
}

/** The finding's GB 45438 label as a list of one; empty where it has none. Fields in the order of Annex E. */
export function reportGbLabel(finding: Finding): readonly ReportGbLabel[] {
  const { gb } = finding;
  if (gb === undefined) return [];
  const fields = Object.entries(gb.fields).map(([name, value]) => ({ name, value: plainLine(value) }));
  return [
    {
      where: where(finding),
      fields,
      ...(gb.producer === undefined ? {} : { producer: reportProducer(gb.producer) }),
      ...(gb.propagator === undefined ? {} : { propagator: reportProducer(gb.propagator) }),
    },
  ];
}

function where(finding: Finding): string {
  return plainLine(finding.place.path.join(' › '));
}

function reportProducer({ raw, code, company }: Producer): ReportProducer {
  return {
    raw: plainLine(raw),
    ...(company === undefined ? {} : { company: company.name }),
    ...(code === undefined ? {} : { uscc: code.uscc, checkDigit: code.checkDigit }),
  };
}
