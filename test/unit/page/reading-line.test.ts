import { describe, expect, it } from 'vitest';
import { readingLine } from '../../../entrypoints/page/reading-line';
import type { Inspection } from '../../../lib/inspect/inspection';
import { notChecked } from '../../../lib/inspect/not-checked';
import type { Medium } from '../../../lib/page/medium';

const NO_LABEL: Inspection = { ...notChecked('gone'), verdict: { kind: 'no-label', looked: [] } };
const PLACES = 6;

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A line whose readings end when the test says so; elements named in `inView` are in view. */
function line(inView: ReadonlySet<string> = new Set()) {
  const ends: (() => void)[] = [];
  const began: string[] = [];
  const watched = new Map<Element, number>();
  const count = (element: Element, by: number) => watched.set(element, (watched.get(element) ?? 0) + by);
  const reading = readingLine(
    ({ url }) => {
      began.push(url);
      return new Promise((resolve) => ends.push(() => resolve(NO_LABEL)));
    },
    {
      watch: (element) => void count(element, 1),
      release: (element) => void count(element, -1),
      isInView: (element) => inView.has((element as unknown as { name: string }).name),
    },
  );
  const ask = (name: string, url = name) => {
    const medium = { element: { name } as unknown as Element, way: {}, url } as unknown as Medium;
    return { medium, answer: reading.inspect(medium) };
  };
  const endAll = async () => {
    await settle();
    while (ends.length > 0) {
      for (const end of ends.splice(0)) end();
      await settle();
    }
  };
  const fill = () => Array.from({ length: PLACES }, (_, index) => ask(`filler${index}`));
  const rest = () => began.slice(PLACES);
  return { reading, ask, endAll, fill, rest, watched };
}

describe('readingLine', () => {
  it('reads what is in view before what is near', async () => {
    const { ask, endAll, fill, rest } = line(new Set(['c', 'd']));
    fill();
    for (const name of ['a', 'b', 'c', 'd']) ask(name);
    await endAll();
    expect(rest()).toEqual(['c', 'd', 'a', 'b']);
  });

  it('does not read what left before its turn, and reads it when it comes back', async () => {
    const { reading, ask, endAll, fill, rest } = line();
    fill();
    const [a] = [ask('a'), ask('b')];
    expect(reading.takeBack(a.medium)).toBe(true);
    expect((await a.answer).verdict).toEqual({ kind: 'not-checked', why: 'gone' });
    await endAll();
    expect(rest()).toEqual(['b']);
    const again = ask('a');
    await endAll();
    expect([rest(), (await again.answer).verdict.kind]).toEqual([['b', 'a'], 'no-label']);
  });

  it('reads an address for the element that stayed when another that shows it left', async () => {
    const { reading, ask, endAll, fill, rest } = line();
    fill();
    const [left, stayed] = [ask('first', 'same'), ask('second', 'same')];
    expect(reading.takeBack(left.medium)).toBe(true);
    await endAll();
    expect([rest(), (await stayed.answer).verdict.kind]).toEqual([['same'], 'no-label']);
  });

  it('does not take back what is being read, nor what is done', async () => {
    const { reading, ask, endAll } = line();
    const a = ask('a');
    await settle();
    expect(reading.takeBack(a.medium)).toBe(false);
    await endAll();
    expect([reading.takeBack(a.medium), (await a.answer).verdict.kind]).toEqual([false, 'no-label']);
  });

  it('watches elements only while they wait', async () => {
    const { ask, endAll, fill, watched } = line();
    fill();
    const { answer } = ask('a');
    expect([...watched.values()]).toEqual(Array(PLACES + 1).fill(1));
    await endAll();
    await answer;
    await settle();
    expect([...watched.values()]).toEqual(Array(PLACES + 1).fill(0));
  });
});
