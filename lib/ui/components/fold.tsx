import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = { readonly summary: string; readonly children: () => ComponentChildren };

/** Something long behind its name; made only once it is opened. */
export function Fold({ summary, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
