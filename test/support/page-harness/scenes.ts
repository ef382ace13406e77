import { SAYINGS, type Saying } from './fake-inspect';

/** Grounds a label must hold on. */
export const LOOKS = ['light', 'dark', 'colour', 'busy'] as const;
type Look = (typeof LOOKS)[number];

type Picture = {
  readonly says: Saying;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
};

const STATES: readonly Picture[] = SAYINGS.flatMap((says) =>
  LOOKS.map((look) => ({ says, look, width: 260, height: 170 })),
);

const SIZES: readonly Picture[] = [
  [32, 32],
  [40, 40],
  [48, 48],
  [64, 64],
  [80, 60],
  [96, 72],
  [120, 120],
  [160, 90],
  [200, 133],
  [300, 60],
  [60, 300],
  [420, 280],
  [640, 400],
  [1200, 800],
].map(([width = 0, height = 0], index) => ({
  says: SAYINGS[index % 4] ?? 'nothing',
  look: LOOKS[index % 4] ?? 'light',
  width,
  height,
}));

const MANY: readonly Picture[] = Array.from({ length: 500 }, (_, index) => ({
  says: SAYINGS[index % 6] ?? 'nothing',
  look: LOOKS[index % 3] ?? 'light',
  width: 180,
  height: 120,
}));

/** A hundred in one view. */
const BUSY: readonly Picture[] = Array.from({ length: 100 }, (_, index) => ({
  says: SAYINGS[index % 6] ?? 'nothing',
  look: LOOKS[index % 3] ?? 'light',
  width: 104,
  height: 72,
}));

const SCENES: Readonly<Record<string, readonly Picture[]>> = {
  states: STATES,
  sizes: SIZES,
  busy: BUSY,
  many: MANY,
  deep: MANY,
};

/** Boxes around each picture of the scene `deep`, as frameworks build them. */
const DEPTH = 20;

/** Puts a scene's pictures on a page. */
export function fillScene(document: Document, name: string): void {
  for (const picture of SCENES[name] ?? []) {
    const element = pictureElement(document, picture);
    document.body.append(name === 'deep' ? wrapped(document, element) : element);
  }
}

function wrapped(document: Document, element: HTMLElement): HTMLElement {
  let inner = element;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const box = document.createElement('div');
    box.append(inner);
    inner = box;
  }
  return inner;
}

function pictureElement(document: Document, { says, look, width, height }: Picture): HTMLImageElement {
  const element = document.createElement('img');
  element.src = `/picture?${new URLSearchParams({ says, look, width: String(width), height: String(height) })}`;
  element.width = width;
  element.height = height;
  element.alt = `${says}, ${look}`;
  return element;
}
