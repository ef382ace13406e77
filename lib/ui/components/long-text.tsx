import { useId, useState } from 'preact/hooks';
import { useClipboard } from '../hooks/use-clipboard';
import { useView } from '../view-context';

/** Text up to this long is shown whole. */
const OPEN_CHARS = 220;

/** Text beyond this is not put on screen at all, only copied: one node of megabytes would stall the view. */
const MAX_SHOWN_CHARS = 20_000;

type Props = { readonly text: string; readonly mono?: boolean; readonly copyable?: boolean };

/** Text from a file, as text: line breaks kept, direction kept to itself, long ones folded. */
export function LongText({ text, mono = false, copyable = true }: Props) {
  const { t } = useView();
  const { copy } = useClipboard();
  const id = useId();
  const [open, setOpen] = useState(false);
  const folds = text.length > OPEN_CHARS;
  const shown = text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
  return (
    <div class={mono ? 'long-text mono' : 'long-text'}>
      <div id={id} class={folds && !open ? 'long-text-body folded' : 'long-text-body'} dir="auto">
        {shown}
      </div>
      <span class="long-text-tools">
        {folds && (
          <button
            type="button"
            class="link"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'common.showLess' : 'common.showAll')}
          </button>
        )}
        {copyable && (
          <button type="button" class="link" onClick={() => copy(text)}>
            {t('common.copy')}
          </button>
        )}
      </span>
    </div>
  );
}
