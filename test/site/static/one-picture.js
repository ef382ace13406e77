// Shows the picture that the address names, and tells the server once it is there, and whether anybody sees the page yet.
const picture = new Image(240, 160);
const loaded = new Promise((resolve) => picture.addEventListener('load', resolve));
picture.src = new URLSearchParams(location.search).get('src');
document.body.append(picture);
await loaded;
await fetch(`/drawn?${document.prerendering === true}`);
