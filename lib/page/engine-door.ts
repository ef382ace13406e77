import type { PageFact } from '../facts/page-facts';
import type { Inspection } from '../inspect/inspection';
import type { ReplyOf } from '../messages/channels';
import type { Finding } from '../signals/finding';

/** What the engine is asked to read, with the page's own rights. */
export type EngineRequest = {
  readonly url: string;
  /** Whether the page itself fetched it with its cookies for another site (`crossorigin=use-credentials`). */
  readonly withCredentials: boolean;
};

/** Reads a medium from where it stands; never rejects for what a file or server does. */
export type InspectHere = (request: EngineRequest, signal: AbortSignal) => Promise<Inspection>;

/** Takes what the check of a medium's credential found into what was read of it. */
export type ApplyCheck = (inspection: Inspection, check: ReplyOf<'media.verify'>) => Inspection;

/** Reads what pages say of themselves, and joins it with what files say. */
export type PageReader = {
  /** The findings of each fact, in the order of the facts; never rejects for what a page says. */
  readPage(facts: readonly PageFact[]): Promise<readonly (readonly Finding[])[]>;
  /** One inspection of an item: its file's, with what the page says of it; without a file, of what the page says alone. */
  join(file: Inspection | undefined, said: readonly Finding[]): Inspection;
};

/** Talks to nobody: what is asked of the background is asked by the page script. */
export type Engine = PageReader & { readonly inspect: InspectHere; readonly applyCheck: ApplyCheck };

type Door = { readonly engine: Promise<Engine>; open(engine: Engine): void };

/** Scripts of one extension share one world per document; the page's own scripts do not see it. */
const DOOR = Symbol.for('bianshi.engine');

/**
 * Where the page script and the reading engine meet. They are two scripts, so that the large one is loaded in a task of
 * its own, and only where it is needed.
 */
function door(): Door {
  const world = globalThis as unknown as { [DOOR]?: Door };
  world[DOOR] ??= makeDoor();
  return world[DOOR];
}

function makeDoor(): Door {
  let open: Door['open'] = () => undefined;
  const engine = new Promise<Engine>((resolve) => {
    open = resolve;
  });
  return { engine, open };
}

/** Hands the engine over; whoever waits for it goes on. Offering it twice is harmless. */
export function offerEngine(engine: Engine): void {
  door().open(engine);
}

/** The engine, as soon as it is there. */
export function engine(): Promise<Engine> {
  return door().engine;
}
