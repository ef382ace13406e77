import { type Finding, isNamed, type NamedSignal, type Statement } from '../../signals/finding';
import type { LocaleKey, Words } from '../i18n';

/** Which family of words a signal has. */
function family({ signal }: Finding): NamedSignal | 'generator' {
  return isNamed(signal) ? signal : 'generator';
}

/** The tool a generator trace names; its id where the finding carries no parameters. */
function toolOf({ signal, generator }: Finding): string {
  return generator?.tool ?? signal.replace(/^generator:/, '');
}

/** Name of the finding's signal. */
export function signalWords(finding: Finding, t: Words): string {
  const kind = family(finding);
  return kind === 'generator' ? t('signal.generator', { tool: toolOf(finding) }) : t(`signal.${kind}`);
}

/** The specification or clause by which the finding is read. */
export function basisKey(finding: Finding): LocaleKey {
  return `basis.${family(finding)}`;
}

/** One sentence on how a verdict that leads with this finding is known. */
export function knownFrom(finding: Finding, t: Words): string {
  const assurance = t(`assurance.${finding.assurance}`);
  const kind = family(finding);
  return kind === 'generator'
    ? t('know.generator', { tool: toolOf(finding), assurance })
    : t(`know.${kind}`, { assurance });
}

/** What a statement of origin says, in words. */
export function statementWords(states: Statement, t: Words): string {
  if (states.kind !== 'ai') return t(`states.${states.kind}`);
  return t('states.ai', { state: t(`state.${states.state}`), extent: t(`extent.${states.extent}`) });
}
