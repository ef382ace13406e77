const blank = document.querySelector('#blank');
blank.contentDocument.body.innerHTML = blank.dataset.inner;

document.querySelector('#later').addEventListener('click', () => {
  const frame = document.createElement('iframe');
  Object.assign(frame, { id: 'late', width: 400, height: 140, src: '/static/frame.html?late' });
  document.querySelector('#frames').append(frame);
});

// Blank first, with a picture of its own, and led to a page when that has been drawn: browsers keep its window.
const led = document.querySelector('#led');
led.contentDocument.body.innerHTML = blank.dataset.inner;
document.querySelector('#lead').addEventListener('click', () => {
  led.src = '/static/frame.html?led';
});
