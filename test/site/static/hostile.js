// Whatever the page did not bring itself is taken away, again and again.
const own = new Set([document.head, document.body]);
const removed = document.querySelector('#removed');

function sweep() {
  for (const element of [...document.documentElement.children]) {
    if (own.has(element)) continue;
    element.remove();
    removed.value = String(Number(removed.value) + 1);
  }
}

document.querySelector('#sweep').addEventListener('click', sweep);
document.querySelector('#sweep').addEventListener('dblclick', () => {
  new MutationObserver(sweep).observe(document.documentElement, { childList: true });
});
