import type { Badge } from '../../labels/label-plan';

const OUTLINE = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8' } as const;
const FRAME = { x: '2.9', y: '2.9', width: '18.2', height: '18.2', rx: '3.6', ...OUTLINE } as const;

/** The sign of a state, told apart by shape first, as on the page's labels. Says nothing by itself: words follow. */
export function Glyph({ badge }: { readonly badge: Badge }) {
  return (
    <svg class={`glyph glyph-${badge}`} viewBox="0 0 24 24" aria-hidden="true">
      <Shapes badge={badge} />
    </svg>
  );
}

function Shapes({ badge }: { readonly badge: Badge }) {
  switch (badge) {
    case 'confirmed':
      return <Confirmed />;
    case 'possible':
      return <Possible />;
    case 'suspected':
      return <Suspected />;
    case 'broken':
      return <Broken />;
    case 'captured':
      return <Captured />;
  }
}

/** Filled square with AI: 属于. */
const Confirmed = () => (
  <>
    <rect x="2" y="2" width="20" height="20" rx="4" fill="currentColor" />
    <path
      d="M5.4 17.2 9.6 6.8h2l4.2 10.4h-2.2l-.9-2.4H8.5l-.9 2.4zM9.2 13h2.8l-1.4-3.8zM16.6 6.8h2.1v10.4h-2.1z"
      fill="var(--chip-ground)"
      fill-rule="evenodd"
    />
  </>
);

/** Half-filled square: 可能为. */
const Possible = () => (
  <>
    <rect {...FRAME} />
    <path d="M3 12h18v5.5a3.6 3.6 0 0 1-3.6 3.6H6.6A3.6 3.6 0 0 1 3 17.5z" fill="currentColor" />
  </>
);

/** Dashed square with a dot: 疑似. */
const Suspected = () => (
  <>
    <rect {...FRAME} stroke-dasharray="3.4 2.6" />
    <circle cx="12" cy="12" r="2.6" fill="currentColor" />
  </>
);

/** Triangle: the credential does not match. */
const Broken = () => (
  <>
    <path d="M12 3 22.2 21H1.8z" {...OUTLINE} stroke-width="2" stroke-linejoin="round" />
    <path d="M11 9.4h2v5.4h-2zM11 16.4h2v2h-2z" fill="currentColor" />
  </>
);

/** Camera outline: captured. */
const Captured = () => (
  <>
    <path
      d="M3 8.4a2 2 0 0 1 2-2h2.6L9.2 4h5.6l1.6 2.4H19a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"
      {...OUTLINE}
      stroke-linejoin="round"
    />
    <circle cx="12" cy="12.9" r="3.7" {...OUTLINE} />
  </>
);
