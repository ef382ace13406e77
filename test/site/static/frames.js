const blank = document.querySelector('#blank');
blank.contentDocument.body.innerHTML = blank.dataset.inner;

document.querySelector('#later').addEventListener('click', () => {
  const frame = document.createElement('iframe');
  Object.assign(frame, { id: 'late', width: 400, height: 140, src: '/static/frame.html?late' });
  document.querySelector('#frames').append(frame);
});
