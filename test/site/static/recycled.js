const ROW = 160;
const POOL = 8;
const list = document.querySelector('#list');
const pool = Array.from({ length: POOL }, () => {
  const picture = document.createElement('img');
  Object.assign(picture, { alt: '', width: 180, height: 140 });
  picture.style.cssText = 'position:absolute;left:0;width:180px;height:140px';
  list.append(picture);
  return picture;
});

function show() {
  const first = Math.max(0, Math.floor((scrollY - list.offsetTop) / ROW));
  for (let row = first; row < first + POOL; row += 1) {
    const picture = pool[row % POOL];
    const url = `${row % 5 === 0 ? list.dataset.labelled : list.dataset.plain}?row=${row}`;
    picture.dataset.row = row;
    picture.style.top = `${row * ROW}px`;
    if (picture.getAttribute('src') !== url) picture.src = url;
  }
  history.replaceState(null, '', `#row-${first}`);
}
addEventListener('scroll', show, { passive: true });
show();
