function toggle(name) {
  const old = document.querySelector(`.${name}`);
  if (old) return old.remove();
  const cover = document.createElement('div');
  cover.className = name;
  document.body.append(cover);
}

for (const [id, name] of [
  ['banner', 'banner'],
  ['light', 'lightbox'],
])
  document.getElementById(id).addEventListener('click', () => toggle(name));
document
  .getElementById('slide')
  .addEventListener('click', () => document.getElementById('second').classList.toggle('behind'));
