// A text that changes in every frame, as tickers and clocks do.
const ticker = document.querySelector('#ticker');
let frame = 0;
function tick() {
  frame += 1;
  ticker.textContent = `AI ${frame}`;
  requestAnimationFrame(tick);
}
tick();
