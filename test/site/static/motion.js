const get = (id) => document.getElementById(id);
get('move').addEventListener('click', () => get('moving').classList.toggle('away'));
get('hide').addEventListener('click', () => get('fading').classList.toggle('gone'));
get('width').addEventListener('input', (event) => {
  get('resizing').style.width = `${event.target.value}px`;
});
let slide = 0;
get('next').addEventListener('click', () => {
  slide = (slide + 1) % 3;
  get('slides').style.transform = `translateX(${-100 * slide}%)`;
});
