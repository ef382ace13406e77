for (const film of document.querySelectorAll('video[data-from]'))
  film.src = URL.createObjectURL(await (await fetch(film.dataset.from)).blob());
