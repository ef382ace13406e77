import { describe, expect, it } from 'vitest';
import { OVERLAY_CSS } from '../../../lib/page/overlay-style';

const BLOCK = '@media (prefers-reduced-motion: no-preference) {';

describe('the style of labels', () => {
  it('moves nothing for those who asked for less motion', () => {
    const from = OVERLAY_CSS.indexOf(BLOCK);
    const to = OVERLAY_CSS.indexOf('\n}\n', from);
    expect(from).toBeGreaterThan(0);
    const rest = OVERLAY_CSS.slice(0, from) + OVERLAY_CSS.slice(to);
    expect(rest).not.toMatch(/animation|transition|@keyframes/);
    expect(OVERLAY_CSS.slice(from, to)).toMatch(/\.dot \{ animation:/);
  });

  it('takes the colours of those who chose their own', () => {
    const own = OVERLAY_CSS.slice(OVERLAY_CSS.indexOf('@media (forced-colors: active) {'));
    expect(own).toMatch(/\.label \{[^}]*color: ButtonText; background: ButtonFace/);
    expect(own).toMatch(/\.label:focus-visible \{ outline: 3px solid Highlight/);
  });
});
