import type { PageItem } from '../../messages/page-items';
import type { RecipientChannel, RecipientRow } from '../../rules/recipient-row';
import { recipientDirectory, siteOwnMenu } from './directory';
import { TRACE_REASONS, type Trace, type TraceReason, tracesOf } from './traces';

/** Why somebody is proposed. `fallback`: nobody else is needed for it to be possible. */
export type ProposalReason = 'managed' | 'own' | TraceReason | 'authority' | 'fallback';

/** Somebody a report can go to, and why. */
export type Proposal = {
  readonly row: RecipientRow;
  readonly why: ProposalReason;
  /** What matched: a code, a name, a host, a law profile; empty where nothing had to. */
  readonly matched: string;
};

/** What proposals are made from. */
export type ProposalInput = {
  readonly item: PageItem;
  /** Address of the tab's page. */
  readonly pageUrl: string;
  /** Law profile in force. */
  readonly profile: string;
  readonly categoryId: string;
  /** Rows the person added; those of the same id as a shipped row stand in its place. */
  readonly own: readonly RecipientRow[];
  /** Rows preset by an organisation. */
  readonly managed: readonly RecipientRow[];
  readonly directory?: readonly RecipientRow[];
};

/** Order of reasons, first proposed first. */
const REASONS: readonly ProposalReason[] = ['managed', 'own', ...TRACE_REASONS, 'authority', 'fallback'];

/** Of several ways to the same body: what can be opened before what must be typed or dialled. */
const CHANNELS: readonly RecipientChannel['kind'][] = ['api', 'form', 'in-page', 'atproto', 'mail', 'phone'];

/** Reports that a privacy desk is there for. */
const PRIVACY_CATEGORIES = ['identity-misused', 'privacy'];

/**
 * Proposes whom a report can go to, first the likeliest, each once with why. The last is always the site's own menu.
 *
 * Pure: the same input gives the same list. Desks that are there for something else (privacy, support) stand behind
 * those for complaints, weak sources behind good ones.
 */
export function proposeRecipients(input: ProposalInput): readonly Proposal[] {
  const traces = tracesOf(input.item, input.pageUrl);
  const found = rowsOf(input).flatMap((row) => {
    const proposal = takes(row, input) ? proposalOf(row, input, traces) : undefined;
    return proposal === undefined ? [] : [proposal];
  });
  const fallback: Proposal = { row: siteOwnMenu(input.pageUrl), why: 'fallback', matched: '' };
  return [...found.toSorted((a, b) => compare(weights(a, input), weights(b, input))), fallback];
}

/** The rows that are not proposed, for a person who knows better. */
export function otherRecipients(
  input: ProposalInput,
  proposals: readonly Proposal[],
): readonly RecipientRow[] {
  const proposed = new Set(proposals.map(({ row }) => row.id));
  return rowsOf(input).filter(({ id }) => !proposed.has(id));
}

function rowsOf({ directory = recipientDirectory, own, managed }: ProposalInput): readonly RecipientRow[] {
  return [...new Map([...directory, ...own, ...managed].map((row) => [row.id, row])).values()];
}

function takes({ profiles, categories }: RecipientRow, { profile, categoryId }: ProposalInput): boolean {
  return (profiles?.includes(profile) ?? true) && (categories?.includes(categoryId) ?? true);
}

function proposalOf(row: RecipientRow, input: ProposalInput, traces: readonly Trace[]): Proposal | undefined {
  const trace = traces.find((one) => pointsAt(one, row));
  const given = givenReason(row);
  if (given !== undefined && (trace !== undefined || !isTied(row)))
    return { row, why: given, matched: trace?.value ?? '' };
  if (trace !== undefined) return { row, why: trace.why, matched: trace.value };
  return row.kind === 'authority' ? { row, why: 'authority', matched: input.profile } : undefined;
}

function givenReason({ confidence }: RecipientRow): 'managed' | 'own' | undefined {
  if (confidence === 'managed') return 'managed';
  return confidence === 'user' ? 'own' : undefined;
}

/** Whether a row is for certain hosts, codes or names only. */
function isTied({ hosts = [], usccs = [], names = [] }: RecipientRow): boolean {
  return hosts.length + usccs.length + names.length > 0;
}

function pointsAt({ kind, value }: Trace, row: RecipientRow): boolean {
  if (kind === 'uscc') return row.usccs?.includes(value) ?? false;
  if (kind === 'host') return (row.hosts ?? []).some((host) => value === host || value.endsWith(`.${host}`));
  return (row.names ?? []).some((name) => isCalled(value, name));
}

/** The whole name, or the name with something behind it that a version or the next word begins with. */
function isCalled(value: string, name: string): boolean {
  const [said, known] = [folded(value), folded(name)];
  return said === known || (said.startsWith(known) && /^[\s/_,(（]/u.test(said.slice(known.length)));
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Numbers to sort by, smaller first. */
function weights({ row, why }: Proposal, { categoryId }: ProposalInput): readonly number[] {
  return [
    why === 'managed' || why === 'own' ? 0 : 1,
    row.purpose === 'abuse' || (row.purpose === 'privacy' && PRIVACY_CATEGORIES.includes(categoryId)) ? 0 : 1,
    row.confidence === 'L' ? 1 : 0,
    REASONS.indexOf(why),
    CHANNELS.indexOf(row.channel.kind),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
