document.querySelector('#grow').addEventListener('click', () => {
  for (const id of ['icon', 'icon-plain'])
    Object.assign(document.getElementById(id), { width: 240, height: 160 });
});
