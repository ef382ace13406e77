document
  .querySelector('#open')
  .addEventListener('click', () => document.querySelector('#dialog').showModal());
document
  .querySelector('#full')
  .addEventListener('click', () => document.querySelector('#screen').requestFullscreen());
document
  .querySelector('#full-film')
  .addEventListener('click', () => document.querySelector('#film').requestFullscreen());
document.addEventListener('click', () => {
  document.body.dataset.clicks = String(Number(document.body.dataset.clicks ?? 0) + 1);
});
