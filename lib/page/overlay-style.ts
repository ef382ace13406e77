/**
 * Style of everything in the overlay's shadow root. A string, because a page's style sheet, its content
 * security policy and its requests are none of ours: nothing is loaded. Numbers in em follow the label's own font
 * size, which is 5 % of the picture (see `geometry.ts`, whose `LABEL_HEIGHT_EM` this must agree with).
 */
export const OVERLAY_CSS = `
.layer { position: absolute; left: 0; top: 0; width: 0; height: 0; }
/* Raised over an element of the top layer that holds no children; undoes the browser's own popover style. */
.layer[popover] { position: fixed; inset: 0 auto auto 0; margin: 0; border: 0; padding: 0; overflow: visible; background: none; }
.probe { position: absolute; left: 0; top: 0; width: 100px; height: 0; visibility: hidden; }
.label, .frame { position: absolute; left: 0; top: 0; box-sizing: border-box; }
.label {
  --ground: #16181c;
  --ring: rgb(255 255 255 / 55%);
  display: inline-flex; align-items: center; gap: .42em;
  height: 1.92em; margin: 0; padding: 0 .62em 0 .5em; border: 0; border-radius: .42em;
  color: #fff; background: rgb(22 24 28 / 86%);
  box-shadow: 0 0 0 1px var(--ring), 0 1px 4px rgb(0 0 0 / 35%);
  font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Noto Sans SC", sans-serif;
  font-weight: 600; font-style: normal; line-height: 1; letter-spacing: .02em; text-align: start;
  text-transform: none; white-space: nowrap; direction: ltr;
  cursor: pointer; pointer-events: auto; user-select: none; touch-action: manipulation;
  appearance: none; outline: 0; contain: layout style; transform-origin: 0 0;
  -webkit-tap-highlight-color: transparent;
}
.label[lang="en"] { letter-spacing: 0; }
/* One font for both scripts of "AI生成", so that the letters are as heavy as the characters beside them. */
.label[lang="zh-CN"] { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; }
.tip[lang="zh-CN"] { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; }
.label[hidden], .frame[hidden] { display: none; }
.label:hover { --ring: rgb(255 255 255 / 90%); background: rgb(22 24 28 / 96%); }
.label:focus-visible { --ring: #fff; box-shadow: 0 0 0 2px #16181c, 0 0 0 4px #fff, 0 0 0 6px #16181c; }
.label[data-small] { gap: .35em; padding: 0 .42em 0 .36em; }
.label[data-form="glyph"] { padding: 0 .42em; }
.label[data-form="glyph"] .text { display: none; }
.label > * { pointer-events: none; }
.glyph { display: block; flex: none; width: 1.08em; height: 1.08em; }
[data-aigc-badge="broken"] > .glyph { color: #ffd27a; }
.text { display: block; }
.dot { display: block; flex: none; width: .34em; height: .34em; margin-left: -.1em; border-radius: 50%;
  background: currentcolor; opacity: .75; }
.tip {
  position: fixed; inset: 0 auto auto 0; margin: 0; border: 0; box-sizing: border-box; overflow: visible;
  width: max-content; height: auto; max-width: min(320px, calc(100vw - 24px)); padding: 8px 12px 9px; border-radius: 7px;
  color: #fff; background: rgb(22 24 28 / 96%);
  box-shadow: 0 0 0 1px rgb(255 255 255 / 45%), 0 4px 18px rgb(0 0 0 / 30%);
  font: 400 13px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Noto Sans SC", sans-serif;
  letter-spacing: 0; text-align: start; direction: ltr; overflow-wrap: anywhere; pointer-events: none;
}
.tip[lang="zh-CN"] { line-height: 1.6; }
.tip strong { display: block; font-size: 14px; font-weight: 600; }
.tip small { display: block; margin-top: 3px; font-size: 12px; color: rgb(255 255 255 / 76%); }
.frame { border-radius: 3px; box-shadow: 0 0 0 3px #fff, 0 0 0 6px #16181c; pointer-events: none; }
@media (prefers-reduced-motion: no-preference) {
  .label, .tip { transition: background-color 120ms, box-shadow 120ms; }
  .tip { animation: fade 120ms; }
  /* Finite, so that a check that never ends does not keep the page painting. */
  .dot { animation: breathe 1.6s ease-in-out 12; }
  @keyframes fade { from { opacity: 0; } }
  @keyframes breathe { 50% { opacity: .2; transform: scale(.7); } }
}
@media (forced-colors: active) {
  .label { --ground: ButtonFace; border: 1px solid ButtonText; color: ButtonText; background: ButtonFace; }
  .label:focus-visible { outline: 3px solid Highlight; outline-offset: 1px; }
  [data-aigc-badge="broken"] > .glyph { color: ButtonText; }
  .dot { background: ButtonText; forced-color-adjust: none; }
  .tip, .frame { border: 1px solid CanvasText; color: CanvasText; background: Canvas; }
  .tip small { color: CanvasText; }
  .frame { background: none; outline: 4px solid Highlight; }
}
/* Only where the browser lets labels be placed on paper: one on the wrong picture would be a false statement. */
@media print { .layer:not([data-paper]) { display: none; } .label { print-color-adjust: exact; } }
`;
