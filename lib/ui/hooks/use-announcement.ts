import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LocaleKey, Words } from '../i18n';
import type { View } from '../view-context';

/** How long a message stands: long enough to read twice, short enough not to cover anything for long. */
const MESSAGE_MS = 4000;

/** A message with a number, so that the same words said again are news again. */
export type Message = { readonly number: number; readonly text: string };

/** What was said last. Put into words when shown: a message about a change of language speaks the new one. */
type Said = {
  readonly number: number;
  readonly key?: LocaleKey;
  readonly values?: Parameters<View['announce']>[1];
};

/** The view's one message line; a new message takes the place of the old one. */
export function useAnnouncement(t: Words): { message: Message; announce: View['announce'] } {
  const [said, setSaid] = useState<Said>({ number: 0 });
  const announce = useCallback<View['announce']>(
    (key, values) => setSaid((last) => ({ number: last.number + 1, key, values })),
    [],
  );
  useEffect(() => {
    if (said.key === undefined) return undefined;
    const timer = setTimeout(() => setSaid(({ number }) => ({ number })), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const text = said.key === undefined ? '' : t(said.key, said.values);
  return { message: { number: said.number, text }, announce };
}
