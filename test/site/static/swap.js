document.querySelector('#swap').addEventListener('click', () => {
  for (const picture of document.querySelectorAll('img[data-next]')) {
    const before = picture.getAttribute('src');
    picture.src = picture.dataset.next;
    picture.dataset.next = before;
  }
});

const automatic = document.querySelector('#auto');
const change = () => {
  automatic.src = automatic.dataset.auto;
};
if (automatic.complete) change();
else automatic.addEventListener('load', change, { once: true });
