/** Which of a few elements are in view; asks the browser to watch them only as long as somebody wants to know. */
export type ViewWatch = {
  /** Begins to watch an element; as many times as asked, so many times it must be let go. */
  watch(element: Element): void;
  release(element: Element): void;
  /** As the browser last told, without a layout; an element is not in view until it has told. */
  isInView(element: Element): boolean;
};

type Watched = { wanted: number; inView: boolean };

/** Watches elements with an IntersectionObserver, until `signal` aborts. */
export function viewWatch(
  { IntersectionObserver }: Window & typeof globalThis,
  signal: AbortSignal,
): ViewWatch {
  const watched = new Map<Element, Watched>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const one = watched.get(target);
      if (one) one.inView = isIntersecting;
    }
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    watched.clear();
  });
  return {
    watch(element) {
      const one = watched.get(element) ?? { wanted: 0, inView: false };
      one.wanted += 1;
      watched.set(element, one);
      if (one.wanted === 1 && !signal.aborted) observer.observe(element);
    },
    release(element) {
      const one = watched.get(element);
      if (!one) return;
      one.wanted -= 1;
      if (one.wanted > 0) return;
      watched.delete(element);
      observer.unobserve(element);
    },
    isInView: (element) => watched.get(element)?.inView ?? false,
  };
}
