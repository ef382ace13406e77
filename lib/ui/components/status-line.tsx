import type { Message } from '../hooks/use-announcement';

/** The view's live region. Always in the document, so that screen readers hear its first message too. */
export function StatusLine({ message }: { readonly message: Message }) {
  return (
    <p class={message.text === '' ? 'status' : 'status status-shown'} role="status">
      <span key={message.number}>{message.text}</span>
    </p>
  );
}
