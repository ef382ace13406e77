import type { PageItem } from '../../messages/page-items';
import type { Finding } from '../../signals/finding';
import type { Producer } from '../../signals/producers/producer';

/** How something in a file or page points at somebody. Strongest duty first: whoever shows it can act at once. */
export const TRACE_REASONS = ['page-host', 'propagator', 'producer', 'signer', 'generator'] as const;
export type TraceReason = (typeof TRACE_REASONS)[number];

/** One pointer at somebody, with the text that points. */
export type Trace = {
  readonly why: TraceReason;
  readonly kind: 'uscc' | 'name' | 'host';
  readonly value: string;
};

/** The row of a C2PA finding that names the software. */
const CLAIM_GENERATOR = 'claim_generator';

/**
 * Everything in an item that points at somebody: the page's hosts, the provider codes and names of GB 45438 labels,
 * the signer of a credential that passed, and what generator traces call their tool.
 */
export function tracesOf(item: PageItem, pageUrl: string): readonly Trace[] {
  return [
    ...[pageUrl, item.pageUrl].flatMap(hostTrace),
    ...item.inspection.findings.flatMap(labelTraces),
    ...signerTraces(item),
    ...item.inspection.findings.flatMap(generatorTraces),
  ];
}

function hostTrace(url: string): readonly Trace[] {
  if (!URL.canParse(url)) return [];
  const { hostname } = new URL(url);
  return hostname === '' ? [] : [{ why: 'page-host', kind: 'host', value: hostname }];
}

function labelTraces({ gb }: Finding): readonly Trace[] {
  if (gb === undefined) return [];
  return [...providerTraces('producer', gb.producer), ...providerTraces('propagator', gb.propagator)];
}

/** A code whose check digit fails names nobody. */
function providerTraces(why: TraceReason, who: Producer | undefined): readonly Trace[] {
  if (who === undefined) return [];
  const { raw, code, company } = who;
  const uscc = code?.checkDigit === 'passes' ? [{ why, kind: 'uscc' as const, value: code.uscc }] : [];
  const names = [
    raw,
    ...(company === undefined ? [] : [...Object.values(company.name), ...company.products]),
  ];
  return [...uscc, ...names.map((value): Trace => ({ why, kind: 'name', value }))];
}

/** Whoever is named in a credential that did not pass is not its signer. */
function signerTraces({ inspection: { credential } }: PageItem): readonly Trace[] {
  if (credential?.kind !== 'checked' || credential.integrity !== 'intact') return [];
  const { organization, name } = credential.signedBy ?? {};
  return [organization, name].flatMap((value) =>
    value === undefined ? [] : [{ why: 'signer', kind: 'name', value }],
  );
}

function generatorTraces({ generator, rows = [] }: Finding): readonly Trace[] {
  const tool = generator === undefined ? [] : [generator.tool];
  const claims = rows.filter(({ name }) => name === CLAIM_GENERATOR).map(({ value }) => value);
  return [...tool, ...claims].map((value) => ({ why: 'generator', kind: 'name', value }));
}
