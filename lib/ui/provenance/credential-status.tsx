import type { ComponentChildren } from 'preact';
import { type CredentialNow, credentialState, isAlarm } from '../model/credential-state';
import { useView } from '../view-context';

type Props = {
  readonly credential: CredentialNow;
  /** What a person can do about this state. */
  readonly children?: ComponentChildren;
};

/** The state of a file's credential in one sentence, what it proves, and what it does not. */
export function CredentialStatus({ credential, children }: Props) {
  const { t } = useView();
  const state = credentialState(credential);
  const unbound = credential.kind === 'checked' && credential.unbound === true;
  return (
    <div class={isAlarm(state) ? 'credential credential-alarm' : 'credential'} data-state={state}>
      <p class="credential-say">{t(`credential.state.${state}`)}</p>
      {credential.kind === 'unchecked' && <p>{t(`credential.why.${credential.why}`)}</p>}
      {unbound && <p>{t('credential.unbound')}</p>}
      <p class="muted">{t(unbound ? 'credential.unboundProves' : `credential.proves.${state}`)}</p>
      <p class="muted">{t(unbound ? 'credential.unboundProvesNot' : `credential.provesNot.${state}`)}</p>
      {children}
    </div>
  );
}
