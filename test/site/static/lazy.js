const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      target.src = target.dataset.src;
      near.unobserve(target);
    }
  },
  { rootMargin: '100px' },
);
for (const picture of document.querySelectorAll('img[data-src]')) near.observe(picture);
