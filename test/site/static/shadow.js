const pictureOf = (url) => {
  const picture = document.createElement('img');
  Object.assign(picture, { src: url, alt: '', width: 300, height: 200 });
  return picture;
};
/** Closed roots can be reached only from where they were made. */
const roots = new Map();

function attach(host) {
  const { shadow, from } = host.dataset;
  const root = host.attachShadow({ mode: shadow === 'open' ? 'open' : 'closed' });
  roots.set(host, root);
  if (shadow === 'inserted') return;
  if (shadow !== 'nested') return root.append(pictureOf(from));
  const inner = document.createElement('section');
  root.append(inner);
  inner.attachShadow({ mode: 'closed' }).append(pictureOf(from));
}

const hosts = [...document.querySelectorAll('[data-shadow]')];
for (const host of hosts) if (host.dataset.shadow !== 'late') attach(host);

document.querySelector('#attach').addEventListener('click', () => {
  for (const host of hosts) {
    if (host.dataset.shadow === 'late') attach(host);
    if (host.dataset.shadow === 'inserted') roots.get(host).append(pictureOf(host.dataset.from));
  }
});
