for (const canvas of document.querySelectorAll('canvas')) {
  const picture = new Image();
  picture.src = canvas.dataset.draw;
  await picture.decode();
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
}

// As icon libraries do: parsed as XML, then moved into the page.
const place = document.querySelector('#injected-here');
const text = await (await fetch(place.dataset.src)).text();
const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
documentElement.id = 'injected';
documentElement.style.maxWidth = '100%';
place.append(document.importNode(documentElement, true));
