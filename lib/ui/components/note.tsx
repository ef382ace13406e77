import type { ComponentChildren } from 'preact';

type Props = {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
};

/** What stands where there is nothing to list: as carefully worded as a finding. */
export function Note({ title, hint, children }: Props) {
  return (
    <section class="note">
      <h1 tabIndex={-1}>{title}</h1>
      {hint !== undefined && <p class="muted">{hint}</p>}
      {children}
    </section>
  );
}
