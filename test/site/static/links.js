const clicks = document.querySelector('#clicks');
for (const type of ['click', 'auxclick']) {
  document.querySelector('main .grid').addEventListener(type, () => {
    clicks.value = String(Number(clicks.value) + 1);
  });
}
