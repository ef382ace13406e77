import { dataUrl } from './data-url.js';

for (const picture of document.querySelectorAll('img[data-from]')) {
  const { from, as } = picture.dataset;
  picture.src = as === 'data' ? await dataUrl(from) : URL.createObjectURL(await (await fetch(from)).blob());
}
