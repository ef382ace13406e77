import { MAX_FAR_STEPS, READ_AHEAD_BYTES } from '../bytes/limits';

/**
 * Counts how often a forward walk leaves the stretch it has opened, which is what each further read costs. A
 * file of many large chunks (an animation) would otherwise be read from end to end for its headers.
 */
export class FarSteps {
  private steps = 0;
  private openedTo = 0;

  /** Notes that the walk now looks at `offset`. @returns whether it has gone far too often */
  tooMany(offset: number): boolean {
    if (offset >= this.openedTo) {
      this.steps += 1;
      this.openedTo = offset + READ_AHEAD_BYTES;
    }
    return this.steps > MAX_FAR_STEPS;
  }
}
