document
  .querySelector('#open')
  .addEventListener('click', () => document.querySelector('#dialog').showModal());
document
  .querySelector('#full')
  .addEventListener('click', () => document.querySelector('#screen').requestFullscreen());
