import type { Inspection } from '../inspect/inspection';
import type { Finding, Remark } from '../signals/finding';
import type { LabelSignature } from '../signals/gb45438/label-signature';
import type { Producer } from '../signals/producers/producer';
import type { Verdict } from '../verdict/verdict';
import { credentialJson, credentialText } from './credential-report';

/**
 * What the command line says of one file. `failure` is the system's word where a file could not be opened; `sidecar`
 * the name of the file beside it whose credential is among the findings.
 */
export type FileReport =
  | {
      readonly file: string;
      readonly inspection: Inspection;
      readonly sidecar?: string;
      readonly ms: number;
    }
  | { readonly file: string; readonly failure: string; readonly ms: number };

/** A file that could not be opened or read; our own bugs are thrown on. */
export function unreadableReport(file: string, error: unknown, ms: number): FileReport {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return { file, failure: code, ms };
}

/** One JSON object and a line feed; the shape is documented in the README and stable. */
export function jsonLine(report: FileReport): string {
  return `${JSON.stringify(asJson(report))}\n`;
}

function asJson(report: FileReport): object {
  if ('failure' in report)
    return {
      file: report.file,
      container: 'unknown',
      verdict: { kind: 'unreadable', why: report.failure },
      findings: [],
      remarks: [],
      bytesRead: 0,
      reads: 0,
      ms: report.ms,
    };
  const { inspection } = report;
  return {
    file: report.file,
    ...(report.sidecar === undefined ? {} : { sidecar: report.sidecar }),
    container: inspection.container,
    verdict: verdictJson(inspection.verdict),
    ...(inspection.credential === undefined ? {} : { credential: credentialJson(inspection.credential) }),
    findings: inspection.findings.map(findingJson),
    remarks: [...inspection.findings.flatMap(({ remarks }) => remarks), ...inspection.remarks].map(
      remarkText,
    ),
    ...(inspection.pixels === undefined ? {} : { pixels: inspection.pixels }),
    bytesRead: inspection.read.bytes,
    reads: inspection.read.reads,
    ms: report.ms,
  };
}

function verdictJson(verdict: Verdict): object {
  switch (verdict.kind) {
    case 'ai':
      return {
        kind: 'ai',
        state: verdict.state,
        extent: verdict.extent,
        assurance: verdict.because[0].assurance,
      };
    case 'captured':
      return { kind: 'captured', assurance: verdict.because[0].assurance };
    case 'unreadable':
    case 'not-checked':
      return { kind: verdict.kind, why: verdict.why };
    default:
      return { kind: verdict.kind };
  }
}

function findingJson(finding: Finding): object {
  const producer = finding.gb?.producer && producerText(finding.gb.producer);
  return {
    signal: finding.signal,
    where: finding.place.path.join(' › '),
    ...(finding.place.offset === undefined ? {} : { offset: finding.place.offset }),
    value: finding.raw,
    assurance: finding.assurance,
    ...(producer === undefined ? {} : { producer }),
    ...(finding.gb?.signatures === undefined ? {} : { signatures: finding.gb.signatures }),
    ...(finding.generator === undefined ? {} : { generator: finding.generator.tool }),
  };
}

function producerText(producer: Producer): string {
  return producer.company ? `${producer.company.name['zh-CN']} (${producer.raw})` : producer.raw;
}

/** A match is by the key in the file: it shows integrity, never who signed. */
function signatureText({ code, algorithm, result }: LabelSignature): string {
  const said = result.state === 'unchecked' ? `not checked: ${result.why}` : RESULTS[result.state];
  return `signature in ${code}${algorithm === undefined ? '' : ` (${algorithm})`}: ${said}`;
}

const RESULTS = {
  matches: 'matches the label by the key in the file (not who signed)',
  differs: 'does not match the label',
} as const;

function remarkText(remark: Remark): string {
  return remark.value === undefined ? remark.code : `${remark.code}: ${remark.value}`;
}

/** Longest value printed on one line for people. */
const MAX_SHOWN = 160;

/** A few lines for people: file, container and verdict, then one line a finding and a remark. */
export function textBlock(report: FileReport): string {
  if ('failure' in report) return `${printable(report.file)}\n  cannot be opened: ${report.failure}\n`;
  const { inspection } = report;
  const lines = [
    printable(report.file),
    `  ${inspection.container} · ${verdictText(inspection.verdict)}`,
    ...sidecarLines(report.sidecar),
    ...(inspection.credential === undefined ? [] : [`  ${printable(credentialText(inspection.credential))}`]),
    ...inspection.findings.flatMap(findingLines),
    ...inspection.remarks.map((remark) => `  ! ${printable(remarkText(remark))}`),
    ...(inspection.pixels === undefined ? [] : [`  pixels: ${inspection.pixels}`]),
    `  ${inspection.read.bytes} bytes in ${inspection.read.reads} reads, ${report.ms} ms`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Only its name says that the credential is this file's. */
function sidecarLines(sidecar: string | undefined): readonly string[] {
  if (sidecar === undefined) return [];
  return [`  Content Credentials beside the file, in ${printable(sidecar)}; not checked against the file`];
}

function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'ai':
      return `AI: ${verdict.state}, extent ${verdict.extent}, ${verdict.because[0].assurance}`;
    case 'captured':
      return `captured by a camera, ${verdict.because[0].assurance}`;
    case 'credential-broken':
      return 'credential does not match the file';
    case 'no-label':
      return 'no label found (which does not mean: not AI)';
    default:
      return `${verdict.kind}: ${verdict.why}`;
  }
}

function findingLines(finding: Finding): readonly string[] {
  const offset = finding.place.offset === undefined ? '' : ` @ ${finding.place.offset}`;
  const producer = finding.gb?.producer
    ? [`      producer: ${printable(producerText(finding.gb.producer))}`]
    : [];
  return [
    `  - ${finding.signal} [${finding.assurance}] ${printable(finding.place.path.join(' › '))}${offset}`,
    `      ${printable(finding.raw)}`,
    ...producer,
    ...(finding.gb?.signatures ?? []).map((one) => `      ${printable(signatureText(one))}`),
    ...finding.remarks.map((remark) => `      ! ${printable(remarkText(remark))}`),
  ];
}

/** Bounded, one line, and without the control characters that could drive a terminal. */
function printable(text: string): string {
  const safe = text.replace(/\p{C}/gu, (char) => (char === '\n' || char === '\t' ? ' ' : '�'));
  return safe.length > MAX_SHOWN ? `${safe.slice(0, MAX_SHOWN - 1)}…` : safe;
}
