import { platformName } from '../../rules/platform-words';
import { type Finding, isNamed, isPlatform, type NamedSignal, type Statement } from '../../signals/finding';
import type { LocaleKey, Words } from '../i18n';

/** Which family of words a signal has. */
function family({ signal }: Finding): NamedSignal | 'generator' | 'platform' {
  if (isNamed(signal)) return signal;
  return isPlatform(signal) ? 'platform' : 'generator';
}

/** The tool a generator trace names; its id where the finding carries no parameters. */
function toolOf({ signal, generator }: Finding): string {
  return generator?.tool ?? signal.replace(/^generator:/, '');
}

/** The platform that makes a statement, by the name its rule has in the language of the words. */
export function platformOf({ signal, rows }: Finding, t: Words): string {
  const id = signal.replace(/^platform:/, '');
  const stated = rows?.find(({ name }) => name === 'platform')?.value;
  return platformName(id, t('locale.tag')) ?? stated ?? id;
}

/** What the words of a family leave open. */
const openWords = (finding: Finding, t: Words) => ({
  tool: toolOf(finding),
  platform: platformOf(finding, t),
});

/** Name of the finding's signal. */
export function signalWords(finding: Finding, t: Words): string {
  return t(`signal.${family(finding)}`, openWords(finding, t));
}

/** The specification or clause by which the finding is read. */
export function basisKey(finding: Finding): LocaleKey {
  return `basis.${family(finding)}`;
}

/**
 * How far a finding is assured, in words. A statement of a credential that failed is told apart from one that nobody
 * signed: it does carry a signature.
 */
export function assuranceWords({ signal, assurance }: Finding, t: Words): string {
  return t(
    signal === 'c2pa' && assurance === 'unsigned' ? 'finding.credentialFailed' : `assurance.${assurance}`,
  );
}

/** One sentence on how a verdict that leads with this finding is known. */
export function knownFrom(finding: Finding, t: Words): string {
  const assurance = assuranceWords(finding, t);
  return t(`know.${family(finding)}`, { ...openWords(finding, t), assurance });
}

/** What a statement of origin says, in words. */
export function statementWords(states: Statement, t: Words): string {
  if (states.kind !== 'ai') return t(`states.${states.kind}`);
  return t('states.ai', { state: t(`state.${states.state}`), extent: t(`extent.${states.extent}`) });
}
