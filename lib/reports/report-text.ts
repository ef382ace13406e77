import type { HttpFacts } from '../messages/media-hash';
import type { Language } from '../rules/localized';
import { platformName } from '../rules/platform-words';
import { isNamed, isPlatform, type Statement } from '../signals/finding';
import type { ReportClause, ReportDraft } from './draft';
import type { ReportEvidence, ReportGbLabel, ReportProducer } from './evidence';
import { type Moment, momentOf } from './moment';
import { type ReportKey, type ReportWords, reportWords } from './report-words';
import { SEVERITY_SCALE } from './severity';

type Writer = { readonly language: Language; readonly words: ReportWords };

/** One line of a report: a value, mostly behind its name. */
export type ReportLine = { readonly name?: string; readonly value: string };
type Lines = readonly ReportLine[];

/** Lines that belong together, mostly under a title. */
export type ReportSection = { readonly title?: string; readonly lines: Lines };

/**
 * Puts a draft into words, ready to be read, copied or saved as plain text.
 *
 * Only what the draft holds is written: a part that was left out leaves no trace. Values from the file stand on one
 * line each, so that none can pretend to be a line of the report.
 */
export function reportText(draft: ReportDraft, language: Language): string {
  const words = reportWords(language);
  const texts = reportSections(draft, language).map(({ title, lines }) =>
    [
      ...(title === undefined ? [] : [words('reportText.section', { title })]),
      ...lines.map(({ name, value }) =>
        name === undefined ? value : words('reportText.line', { name, value }),
      ),
    ].join('\n'),
  );
  return `${[words('reportText.title'), ...texts].join('\n\n')}\n`;
}

/** The draft in words, section by section; sections without content are left out. */
export function reportSections(draft: ReportDraft, language: Language): readonly ReportSection[] {
  const writer: Writer = { language, words: reportWords(language) };
  const sections: readonly ReportSection[] = [
    { lines: about(draft, writer) },
    section('reportText.content', content(draft, writer), writer),
    section('reportText.shown', shown(draft, writer), writer),
    section(
      'reportText.gbLabel',
      (draft.gbLabels ?? []).flatMap((label) => gbLabel(label, writer)),
      writer,
    ),
    section(
      'reportText.evidence',
      (draft.evidence ?? []).flatMap((e, i) => evidence(e, i, writer)),
      writer,
    ),
    { lines: closing(draft, writer) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function section(title: ReportKey, lines: Lines, { words }: Writer): ReportSection {
  return { title: words(title), lines };
}

function line(key: ReportKey, value: string | number, { words }: Writer): ReportLine {
  return { name: words(key), value: String(value) };
}

function about(draft: ReportDraft, writer: Writer): Lines {
  const { category, description } = draft;
  return [
    line('reportText.category', category.name[writer.language], writer),
    ...(category.rests.length === 0
      ? []
      : [line('reportText.basis', clauses(category.rests, writer), writer)]),
    ...severity(draft, writer),
    line('reportText.description', description || category.meaning[writer.language], writer),
  ];
}

function severity({ severity }: ReportDraft, writer: Writer): Lines {
  if (severity === undefined) return [];
  const { words } = writer;
  const value = words('reportText.severityOf', {
    word: words(`severity.${severity}`),
    scale: SEVERITY_SCALE,
  });
  return [line('reportText.severity', value, writer)];
}

/** Clauses of the same instrument are gathered behind its title once. */
function clauses(rests: readonly ReportClause[], { language, words }: Writer): string {
  const byTitle = new Map<string, string[]>();
  for (const { title, clause } of rests) {
    byTitle.set(title[language], [...(byTitle.get(title[language]) ?? []), clause[language]]);
  }
  const comma = words('reportText.comma');
  return [...byTitle]
    .map(([title, list]) => words('reportText.clause', { title, clauses: list.join(comma) }))
    .join(words('reportText.semicolon'));
}

function content(draft: ReportDraft, writer: Writer): Lines {
  const { page, media, readAt } = draft;
  return [
    ...(page === undefined ? [] : [line('reportText.page', page.url, writer)]),
    ...(page === undefined || page.title === '' ? [] : [line('reportText.pageTitle', page.title, writer)]),
    ...(page?.frame === undefined ? [] : [line('reportText.frame', page.frame, writer)]),
    ...(media === undefined ? [] : [line('reportText.media', media.url, writer)]),
    ...(media === undefined ? [] : [line('reportText.kind', kind(media, writer), writer)]),
    ...(media === undefined || media.alt === '' ? [] : [line('reportText.alt', media.alt, writer)]),
    ...(readAt === undefined ? [] : [line('reportText.readAt', time(readAt, writer), writer)]),
    ...file(draft, writer),
  ];
}

function kind(media: ReportDraft['media'] & object, { words }: Writer): string {
  const what = words(`medium.${media.as ?? media.kind}`);
  if (media.kind === 'text' || media.kind === 'page') return what;
  return words('reportText.kindOf', { what, container: media.container.toUpperCase() });
}

function time({ china, utc }: Moment, { words }: Writer): string {
  return words('reportText.time', { china, utc });
}

function file({ file, media }: ReportDraft, writer: Writer): Lines {
  if (file === undefined) return [];
  if ('failure' in file) return [line('reportText.sha256', writer.words('reportText.noHash'), writer)];
  return [
    line('reportText.sha256', file.sha256, writer),
    line('reportText.size', writer.words('reportText.bytes', { bytes: file.bytes }), writer),
    ...(file.finalUrl === undefined || file.finalUrl === media?.url
      ? []
      : [line('reportText.finalUrl', file.finalUrl, writer)]),
    ...(file.http === undefined ? [] : http(file.http, writer)),
    { value: writer.words('reportText.hashNote') },
  ];
}

function http({ status, contentType, fetchedAt }: HttpFacts, writer: Writer): Lines {
  const at = momentOf(fetchedAt);
  const answer = [String(status), ...(contentType === undefined ? [] : [contentType])].join(' · ');
  return [
    line('reportText.http', answer, writer),
    ...(at === undefined ? [] : [line('reportText.fetchedAt', time(at, writer), writer)]),
  ];
}

function shown({ shown }: ReportDraft, writer: Writer): Lines {
  if (shown === undefined) return [];
  return [
    line('reportText.label', shown.label[writer.language], writer),
    line('reportText.meaning', shown.sentence[writer.language], writer),
    ...(shown.rests.length === 0 ? [] : [line('reportText.rule', clauses(shown.rests, writer), writer)]),
  ];
}

function gbLabel(label: ReportGbLabel, writer: Writer): Lines {
  return [
    line('reportText.where', label.where, writer),
    ...label.fields.map(({ name, value }) => ({ value: `${name} = ${value}` })),
    ...(label.producer === undefined ? [] : producer('reportText.producer', label.producer, writer)),
    ...(label.propagator === undefined ? [] : producer('reportText.propagator', label.propagator, writer)),
  ];
}

function producer(key: ReportKey, who: ReportProducer, writer: Writer): Lines {
  const { words, language } = writer;
  const name = who.company?.[language] ?? words('reportText.unlisted', { raw: who.raw });
  if (who.uscc === undefined || who.checkDigit === undefined) return [line(key, name, writer)];
  const check = words(`code.checkDigit.${who.checkDigit}`);
  return [line(key, words('reportText.coded', { name, uscc: who.uscc, check }), writer)];
}

function evidence(one: ReportEvidence, index: number, writer: Writer): Lines {
  const { words } = writer;
  const place =
    one.offset === undefined ? one.where : words('reportText.at', { where: one.where, offset: one.offset });
  const head = words('reportText.finding', {
    number: index + 1,
    signal: signal(one, writer),
    assurance: words(`assurance.${one.assurance}`),
  });
  return [
    { value: head },
    line('reportText.where', place, writer),
    line('reportText.states', statement(one.states, writer), writer),
    line('reportText.value', one.excerpt, writer),
    ...one.remarks.map((code) => line('reportText.remark', words(`remark.${code}`), writer)),
  ];
}

function signal({ signal, tool }: ReportEvidence, { words }: Writer): string {
  if (isNamed(signal)) return words(`signal.${signal}`);
  const [, id = signal] = signal.split(':');
  if (isPlatform(signal))
    return words('signal.platform', { platform: platformName(id, words('locale.tag')) ?? id });
  return words('signal.generator', { tool: tool ?? id });
}

function statement(states: Statement, { words }: Writer): string {
  if (states.kind !== 'ai') return words(`states.${states.kind}`);
  return words('states.ai', {
    state: words(`state.${states.state}`),
    extent: words(`extent.${states.extent}`),
  });
}

function closing(draft: ReportDraft, writer: Writer): Lines {
  const { goodFaith, draftedAt, program, reporter } = draft;
  return [
    ...(goodFaith === undefined ? [] : [{ value: writer.words('reportText.goodFaith') }]),
    ...(reporter?.name === undefined ? [] : [line('reportText.reporter', reporter.name, writer)]),
    ...(reporter?.email === undefined ? [] : [line('reportText.reporterMail', reporter.email, writer)]),
    ...(draftedAt === undefined ? [] : [line('reportText.draftedAt', time(draftedAt, writer), writer)]),
    { value: writer.words('reportText.program', { program }) },
  ];
}
