import type { Claim } from './claim';
import { MAX_CLAIMS } from './claim-limits';

/** What can be looked through by itself. */
export type Root = Document | ShadowRoot | Element;

/** The claims of one document, as they were last found. */
export class ClaimBook {
  private all: readonly Claim[] = [];
  private changed = false;

  claims(): readonly Claim[] {
    return this.all;
  }

  /** Puts what was found under a root in the place of what stood there; equal claims stay the same objects. */
  replace(root: Root, found: readonly Claim[]): void {
    const kept = this.all.filter((claim) => !root.contains(placeOf(claim)));
    const known = new Map(this.all.map((claim) => [claim.anchor, [] as Claim[]]));
    for (const claim of this.all) known.get(claim.anchor)?.push(claim);
    const same = (claim: Claim) => known.get(claim.anchor)?.find((one) => isSame(one, claim)) ?? claim;
    this.set([...new Set([...kept, ...found.map(same)])].slice(0, MAX_CLAIMS));
  }

  /**
   * Lets go of claims that left the document.
   *
   * @returns the places that spoke of something that has left: they may speak of something else now
   */
  tidy(): readonly Element[] {
    const isThere = (claim: Claim) => claim.anchor.isConnected && placeOf(claim).isConnected;
    const lost = this.all.filter((claim) => !isThere(claim)).map(placeOf);
    this.set(this.all.filter(isThere));
    return lost.filter(({ isConnected }) => isConnected);
  }

  /** Whether anything changed since last asked. */
  takeChange(): boolean {
    const { changed } = this;
    this.changed = false;
    return changed;
  }

  private set(all: readonly Claim[]): void {
    const isSameList = all.length === this.all.length && all.every((claim, at) => claim === this.all[at]);
    this.changed ||= !isSameList;
    this.all = all;
  }
}

const placeOf = ({ at, anchor }: Claim): Element => at ?? anchor;

function isSame(one: Claim, other: Claim): boolean {
  if (one.about !== other.about || one.mediaUrl !== other.mediaUrl || one.at !== other.at) return false;
  return one.fact.value === other.fact.value && JSON.stringify(one.fact) === JSON.stringify(other.fact);
}
