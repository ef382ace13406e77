const above = document.querySelector('#above');
document.querySelector('#grow').addEventListener('click', () => {
  const block = document.createElement('div');
  block.className = 'filler';
  above.append(block);
});
document.querySelector('#shrink').addEventListener('click', () => above.replaceChildren());
