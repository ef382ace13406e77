import { type CredentialState, isAlarm } from '../model/credential-state';
import { useView } from '../view-context';

/** A shape for each standing, so that none is told by colour or words alone. */
const SHAPES = {
  listed: '●',
  interim: '◐',
  own: '◆',
  unlisted: '○',
  expired: '◌',
  revoked: '⊘',
  'content-changed': '△',
  'signature-broken': '△',
  malformed: '✕',
} as const;

/** States a signed manifest can be in. */
export type SignedState = keyof typeof SHAPES & CredentialState;

/** Where a signer stands, in few words and with a shape of its own. */
export function StandingTag({ state }: { readonly state: SignedState }) {
  const { t } = useView();
  return (
    <span class={isAlarm(state) ? 'tag tag-strong standing' : 'tag standing'}>
      <span aria-hidden="true">{SHAPES[state]}</span> {t(`credential.standing.${state}`)}
    </span>
  );
}
