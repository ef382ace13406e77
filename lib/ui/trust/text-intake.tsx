import { useRef } from 'preact/hooks';
import { useView } from '../view-context';

type Props = {
  readonly id: string;
  readonly label: string;
  /** Takes the texts of pasted or chosen files. @returns whether they could be used, so that the field is emptied */
  readonly onTexts: (texts: readonly string[]) => Promise<boolean>;
};

/** Largest file read here; lists of certificates are far smaller. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A field to paste text into and a button to choose files instead. */
export function TextIntake({ id, label, onTexts }: Props) {
  const { t } = useView();
  const field = useRef<HTMLTextAreaElement>(null);
  const paste = async (event: Event) => {
    event.preventDefault();
    const done = await onTexts([field.current?.value ?? '']);
    if (done && field.current !== null) field.current.value = '';
    if (!done) field.current?.focus();
  };
  const choose = async (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const texts = await Promise.all([...(input.files ?? [])].map(textOf));
    input.value = '';
    await onTexts(texts);
  };
  return (
    <form class="text-intake" onSubmit={paste}>
      <label for={id}>{label}</label>
      <textarea id={id} ref={field} rows={3} spellcheck={false} placeholder="-----BEGIN CERTIFICATE-----" />
      <span class="text-intake-row">
        <button type="submit" class="button">
          {t('trust.add')}
        </button>
        <label class="button choose">
          {t('inspect.choose')}
          <input
            type="file"
            multiple
            class="visually-hidden"
            accept=".pem,.crt,.cer,.json,.txt"
            onChange={choose}
          />
        </label>
      </span>
    </form>
  );
}

async function textOf(file: File): Promise<string> {
  return file.size > MAX_FILE_BYTES ? '' : file.text();
}
