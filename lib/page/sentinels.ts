/**
 * Notices that an element has moved although nothing told: an IntersectionObserver whose root is cut down to the
 * element's own box fires as soon as the element leaves that box, whatever moved it (content growing above,
 * scripts, animations). Armed while the page is still, disarmed while it moves.
 */
export class Sentinels {
  private readonly observers = new Map<Element, IntersectionObserver>();

  constructor(
    private readonly document: Document,
    private readonly onMoved: () => void,
  ) {}

  /** Watches an element at the box it has now (viewport coordinates); replaces an earlier watch. */
  arm(element: Element, box: DOMRect): void {
    this.disarm(element);
    const view = this.document.documentElement;
    const margins = [
      Math.floor(box.top),
      Math.floor(view.clientWidth - box.right),
      Math.floor(view.clientHeight - box.bottom),
      Math.floor(box.left),
    ];
    const observer = new IntersectionObserver(this.judge(), {
      root: this.document,
      rootMargin: margins.map((margin) => `${-margin}px`).join(' '),
      threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.99, 1],
    });
    observer.observe(element);
    this.observers.set(element, observer);
  }

  isArmed(element: Element): boolean {
    return this.observers.has(element);
  }

  disarm(element: Element): void {
    this.observers.get(element)?.disconnect();
    this.observers.delete(element);
  }

  disarmAll(): void {
    for (const element of [...this.observers.keys()]) this.disarm(element);
  }

  /** The first call tells how things are; every other tells that they are no longer so. */
  private judge(): IntersectionObserverCallback {
    let first = true;
    return () => {
      if (!first) this.onMoved();
      first = false;
    };
  }
}
