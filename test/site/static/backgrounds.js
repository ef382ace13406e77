import { dataUrl } from './data-url.js';

for (const box of document.querySelectorAll('[data-from]'))
  box.style.backgroundImage = `url("${await dataUrl(box.dataset.from)}")`;

document.querySelector('#dress').addEventListener('click', () => {
  for (const id of ['dressed', 'dressed-plain']) document.getElementById(id).classList.add('on');
});
