import type { TargetedInputEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecipientRow } from '../../rules/recipient-row';
import { ENTERED_WAYS, type EnteredWay, newRecipient } from '../model/new-recipient';
import { addressOf } from '../report/recipient-facts';
import type { KnownReporting } from '../report/use-reporting';
import { useView } from '../view-context';

type Props = {
  readonly reporting: KnownReporting;
  /** The row to correct; a new one where absent. */
  readonly corrects: RecipientRow | undefined;
  readonly onDone: () => void;
};

/** Adds a recipient or corrects a shipped one. A token goes to the keeping of tokens and is never shown again. */
export function RecipientForm({ reporting, corrects, onDone }: Props) {
  const { t } = useView();
  const { typed, type, error, submit } = useEntered({ reporting, corrects, onDone });
  const form = useRef<HTMLFormElement>(null);
  // Whoever presses "correct" below goes on in the form above.
  useEffect(() => {
    if (corrects !== undefined) form.current?.querySelector('input')?.focus();
  }, [corrects]);
  return (
    <form class="recipient-form" ref={form} onSubmit={submit} noValidate>
      <h3>{t(corrects === undefined ? 'recipients.add' : 'recipients.correcting')}</h3>
      <Field
        id="recipient-name"
        name={t('recipients.name')}
        value={typed.name}
        onType={(name) => type({ name })}
      />
      <label for="recipient-way">{t('recipients.way')}</label>
      <select
        id="recipient-way"
        value={typed.way}
        onChange={(event) => type({ way: wayOf(event.currentTarget.value) })}
      >
        {ENTERED_WAYS.map((way) => (
          <option key={way} value={way}>
            {t(`channelKind.${way}`)}
          </option>
        ))}
      </select>
      <Field
        id="recipient-address"
        name={t(`recipients.address.${typed.way}`)}
        value={typed.address}
        onType={(address) => type({ address })}
      />
      {typed.way === 'api' && (
        <Field
          id="recipient-token"
          name={t('recipients.token')}
          secret
          value={typed.token}
          onType={(token) => type({ token })}
        />
      )}
      <Field
        id="recipient-hosts"
        name={t('recipients.hosts')}
        value={typed.hosts}
        onType={(hosts) => type({ hosts })}
      />
      <p class="error small" role="alert">
        {error && t('recipients.error')}
      </p>
      <button type="submit" class="button">
        {t('recipients.store')}
      </button>
    </form>
  );
}

type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly secret?: boolean;
  readonly onType: (value: string) => void;
};

function Field({ id, name, value, secret = false, onType }: FieldProps) {
  const input = {
    id,
    autocomplete: 'off',
    spellcheck: false,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onType(event.currentTarget.value),
  } as const;
  return (
    <>
      <label for={id}>{name}</label>
      {secret ? <input type="password" {...input} /> : <input type="text" {...input} />}
    </>
  );
}

type Typed = {
  readonly name: string;
  readonly way: EnteredWay;
  readonly address: string;
  readonly hosts: string;
  readonly token: string;
};

function useEntered({ reporting, corrects, onDone }: Props) {
  const { services, announce, language } = useView();
  const [typed, setTyped] = useState<Typed>(() => typedOf(corrects, language));
  const [error, setError] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = corrects?.id ?? `own-${services.newId()}`;
    const row = newRecipient({ ...typed, id, corrects }, services.now().slice(0, 'YYYY-MM-DD'.length));
    setError(row === undefined);
    if (row === undefined) return;
    const { channel } = row;
    const tokenKept =
      channel.kind !== 'api' ||
      (await services.saveToken(channel.url, typed.token.trim()).then(
        () => true,
        () => false,
      ));
    const others = reporting.recipients.filter((one) => one.id !== id);
    const stored = tokenKept && (await reporting.save({ recipients: [...others, row] }));
    announce(stored ? 'recipients.stored' : 'settings.saveFailed');
    if (!stored) return;
    setTyped(typedOf(undefined, language));
    onDone();
  };
  return { typed, type: (part: Partial<Typed>) => setTyped({ ...typed, ...part }), error, submit };
}

function typedOf(row: RecipientRow | undefined, language: 'zh-CN' | 'en'): Typed {
  if (row === undefined) return { name: '', way: 'form', address: '', hosts: '', token: '' };
  const { channel } = row;
  const address =
    channel.kind === 'form' || channel.kind === 'api' ? channel.url : addressOf(channel, language);
  return {
    name: row.name[language],
    way: wayOf(channel.kind),
    address: wayOf(channel.kind) === channel.kind ? address : '',
    hosts: (row.hosts ?? []).join(', '),
    token: '',
  };
}

function wayOf(kind: string): EnteredWay {
  return ENTERED_WAYS.find((way) => way === kind) ?? 'form';
}
