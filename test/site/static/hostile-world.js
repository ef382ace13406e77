// Everything a page can do from its own world. What it catches is kept where tests can read it.
const caught = { roots: 0, removed: 0, observed: 0, frames: 0 };
globalThis.caught = caught;

const lie = (prototype, name, made) => {
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value: made });
};
const { attachShadow } = Element.prototype;
lie(Element.prototype, 'attachShadow', function (options) {
  caught.roots += 1;
  return attachShadow.call(this, { ...options, mode: 'open' });
});
for (const name of ['filter', 'includes', 'flatMap', 'some', 'reduce', 'sort'])
  lie(Array.prototype, name, () => {
    throw new Error(name);
  });
for (const name of ['matches', 'closest', 'append', 'removeAttribute'])
  lie(Element.prototype, name, () => {
    throw new Error(name);
  });
lie(Document.prototype, 'elementsFromPoint', () => []);
lie(globalThis, 'getComputedStyle', () => ({}));
lie(globalThis, 'IntersectionObserver', class {});
lie(globalThis, 'ResizeObserver', class {});
const Observer = MutationObserver;
lie(
  globalThis,
  'MutationObserver',
  class {
    constructor() {
      caught.observed += 1;
      throw new Error('MutationObserver');
    }
  },
);

// Throws in its own observer, as careless pages do.
new Observer(() => {
  throw new Error('observer');
}).observe(document.body, { subtree: true, childList: true });

const own = new Set([document.head, document.body]);
const remover = new Observer(() => {
  for (const element of [...document.documentElement.children]) {
    if (own.has(element)) continue;
    element.remove();
    caught.removed += 1;
  }
});
document.querySelector('#fight').addEventListener('click', () => {
  remover.observe(document.documentElement, { childList: true });
  document.documentElement.appendChild(document.createElement('i'));
});
document.querySelector('#peace').addEventListener('click', () => remover.disconnect());

document.querySelector('#fake').addEventListener('click', () => {
  const host = [...document.documentElement.children].find((element) => !own.has(element));
  if (host) document.documentElement.appendChild(host.cloneNode(true));
  const fake = document.createElement('div');
  fake.dataset.aigcBadge = 'confirmed';
  fake.textContent = 'AI生成';
  document.body.appendChild(fake);
});

const PER_FRAME = 170;
const FLOOD_MS = 2000;
document.querySelector('#flood').addEventListener('click', () => {
  const sink = document.querySelector('#sink');
  const until = performance.now() + FLOOD_MS;
  const pour = () => {
    caught.frames += 1;
    for (let count = 0; count < PER_FRAME; count += 1) sink.appendChild(document.createElement('b'));
    if (performance.now() < until) requestAnimationFrame(pour);
    else document.body.dataset.flooded = String(sink.children.length);
  };
  pour();
});
