/** What the follower asks of the overlay. */
export type Followed = {
  /** Whether there is anything to follow; without it nothing is scheduled. */
  hasWork(): boolean;
  /** Reads and draws all labels; `deep` where style may have changed. Says whether any picture moved. */
  pass(deep: boolean): boolean;
  /** Everything has come to rest: arm what wakes the follower again. */
  rest(): void;
  /** Whether what happens to `node` can move a followed picture. */
  concerns(node: Node): boolean;
};

/** Frames an animation is looked at without any picture moving; afterwards only a sentinel wakes us. */
const ANIMATION_FRAMES = 30;

/** Frames without movement after which pictures are at rest. */
const REST_FRAMES = 1;

/**
 * Runs passes when something may have moved, one per frame at most, and goes on while pictures do move. There is
 * no timer and no standing frame loop: a page at rest costs nothing.
 */
export class Follower {
  private frame = 0;
  private deep = false;
  private framesLeft = 0;

  constructor(
    private readonly window: Window,
    private readonly followed: Followed,
    private readonly signal: AbortSignal,
  ) {
    this.listen();
    signal.addEventListener('abort', () => window.cancelAnimationFrame(this.frame));
  }

  /** Something may have moved: draw in the coming frame. */
  touch(deep: boolean): void {
    this.deep ||= deep;
    this.framesLeft = Math.max(this.framesLeft, REST_FRAMES);
    this.schedule();
  }

  private schedule(): void {
    if (this.frame !== 0 || this.signal.aborted || !this.followed.hasWork()) return;
    this.frame = this.window.requestAnimationFrame(() => this.run());
  }

  private run(): void {
    this.frame = 0;
    const { deep } = this;
    this.deep = false;
    const hasMoved = this.followed.pass(deep);
    this.framesLeft = hasMoved ? Math.max(this.framesLeft, REST_FRAMES) : this.framesLeft - 1;
    if (this.framesLeft >= 0) this.schedule();
    else this.followed.rest();
  }

  private listen(): void {
    const { window, signal } = this;
    const { document } = window;
    const seen = { capture: true, passive: true, signal } as const;
    const shallow = () => this.touch(false);
    const deep = () => this.touch(true);
    document.addEventListener('scroll', shallow, seen);
    window.addEventListener('resize', deep, seen);
    window.visualViewport?.addEventListener('resize', deep, { signal });
    window.visualViewport?.addEventListener('scroll', shallow, { signal });
    const animate = (event: Event) => this.animate(event.target);
    for (const type of ['transitionrun', 'animationstart', 'toggle']) {
      document.addEventListener(type, animate, seen);
    }
    const settle = (event: Event) => {
      if (this.concerns(event.target)) this.touch(true);
    };
    for (const type of ['transitionend', 'transitioncancel', 'animationend', 'animationcancel']) {
      document.addEventListener(type, settle, seen);
    }
  }

  private animate(target: EventTarget | null): void {
    if (!this.concerns(target)) return;
    this.framesLeft = ANIMATION_FRAMES;
    this.touch(true);
  }

  private concerns(target: EventTarget | null): boolean {
    return target instanceof Node && this.followed.hasWork() && this.followed.concerns(target);
  }
}
