import type { ComponentChildren } from 'preact';

/** A small table of names and values. */
export function Facts({ children }: { readonly children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

type FactProps = {
  readonly name: string;
  /** The name's own code, such as a field name of a standard. */
  readonly code?: string;
  readonly children: ComponentChildren;
};

/** One row of {@link Facts}. */
export function Fact({ name, code, children }: FactProps) {
  return (
    <>
      <dt>
        {code !== undefined && <code>{code}</code>}
        {code !== undefined && ' '}
        <span class={code === undefined ? undefined : 'gloss'}>{name}</span>
      </dt>
      <dd>{children}</dd>
    </>
  );
}
