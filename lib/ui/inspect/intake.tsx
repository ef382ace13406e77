import { useRef, useState } from 'preact/hooks';
import { givenOfFiles, hostOf, readAddress } from '../model/given-input';
import { useView } from '../view-context';
import type { Given } from './file-inspector';

type Props = { readonly onGiven: (given: readonly Given[]) => void };

/** The ways to give a file: choosing, dropping and pasting it, or naming its address. */
export function Intake({ onGiven }: Props) {
  const { t } = useView();
  return (
    <section class="intake" aria-label={t('inspect.intake')}>
      <div class="intake-drop">
        <p class="intake-say">{t('inspect.drop')}</p>
        <Choose onGiven={onGiven} />
        <p class="muted small">{t('inspect.local')}</p>
      </div>
      <AddressForm onGiven={onGiven} />
    </section>
  );
}

function Choose({ onGiven }: Props) {
  const { t } = useView();
  const choose = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    onGiven(givenOfFiles(event.currentTarget.files ?? [], 'file'));
    // The same file may be chosen again.
    event.currentTarget.value = '';
  };
  return (
    <label class="button choose">
      {t('inspect.choose')}
      <input type="file" multiple class="visually-hidden" onChange={choose} />
    </label>
  );
}

/** An address to fetch: the host that will be contacted is named before it is. */
function AddressForm({ onGiven }: Props) {
  const { t } = useView();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const host = hostOf(typed);
  const submit = (event: Event) => {
    event.preventDefault();
    const url = readAddress(typed);
    setWrong(url === undefined);
    if (url === undefined) return field.current?.focus();
    onGiven([{ kind: 'url', url }]);
    return setTyped('');
  };
  return (
    <form class="intake-address" onSubmit={submit} noValidate>
      <label for="address">{t('inspect.address')}</label>
      <span class="intake-row">
        <input
          id="address"
          ref={field}
          type="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://"
          value={typed}
          aria-invalid={wrong}
          aria-describedby="address-error address-host"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('inspect.fetch')}
        </button>
      </span>
      <p id="address-host" class="muted small">
        {host === undefined ? t('inspect.addressHint') : t('inspect.contacts', { host })}
      </p>
      <p id="address-error" class="error small" role="alert">
        {wrong && t('inspect.addressWrong')}
      </p>
    </form>
  );
}
