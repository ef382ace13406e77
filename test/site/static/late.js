const box = document.querySelector('#late');
let count = 0;

function insert(url) {
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  picture.id = `late-${count++}`;
  picture.src = url;
  picture.alt = '';
  figure.append(picture);
  box.append(figure);
}

// After the page's own events: as a feed does that gets its list from a server.
const answer = await fetch('/static/late.json', { cache: 'no-store' });
if (answer.ok) insert(box.dataset.first);
document.querySelector('#add').addEventListener('click', () => {
  for (const url of box.dataset.more.split(' ')) insert(url);
});
document.querySelector('#remove').addEventListener('click', () => {
  box.replaceChildren();
  count = 0;
});
