import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Words } from '../i18n';
import type { View } from '../view-context';

/** How long a message stands: long enough to read twice, short enough not to cover anything for long. */
const MESSAGE_MS = 4000;

/** A message with a number, so that the same words said again are news again. */
export type Message = { readonly number: number; readonly text: string };

/** The view's one message line; a new message takes the place of the old one. */
export function useAnnouncement(t: Words): { message: Message; announce: View['announce'] } {
  const [message, setMessage] = useState<Message>({ number: 0, text: '' });
  const announce = useCallback<View['announce']>(
    (key, values) => setMessage((last) => ({ number: last.number + 1, text: t(key, values) })),
    [t],
  );
  useEffect(() => {
    if (message.text === '') return undefined;
    const timer = setTimeout(() => setMessage((last) => ({ ...last, text: '' })), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return { message, announce };
}
