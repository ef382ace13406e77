import type { ComponentChildren } from 'preact';

/** A short word in a thin frame. `strong` for what contradicts. */
export function Tag({
  strong = false,
  children,
}: {
  readonly strong?: boolean;
  readonly children: ComponentChildren;
}) {
  return <span class={strong ? 'tag tag-strong' : 'tag'}>{children}</span>;
}
