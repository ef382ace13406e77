import { describe, expect, it } from 'vitest';
import { functionsOf, modulesUnder } from '../support/source/modules';

/** Sizes beyond which a file or function is to be split, not excused. */
const MAX_FILE_LINES = 500;
const MAX_FUNCTION_LINES = 60;

/** Ways in which text could become markup or code. */
const SINKS =
  /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/;

/** Globals that would make the pipeline depend on where and when it runs. */
const IMPURE =
  /\b(?:Date\.now\b|new Date\(\)|Math\.random\b|performance\.now\b|crypto\.(?!subtle\b)|setTimeout\b|setInterval\b)/;
const PURE_LAYERS =
  /^lib\/(?:bytes|containers|metadata|c2pa|facts|signals|verdict|inspect|rules|labels|reports|messages)\//;

const modules = modulesUnder('lib', 'entrypoints');
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');

describe('source', () => {
  it(`keeps files within ${MAX_FILE_LINES} lines`, () => {
    const long = modules.filter(({ text }) => text.split('\n').length > MAX_FILE_LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it(`keeps functions within ${MAX_FUNCTION_LINES} lines`, () => {
    const long = modules.flatMap((module) =>
      functionsOf(module)
        .filter(({ lines }) => lines > MAX_FUNCTION_LINES)
        .map(({ name, line, lines }) => `${module.path}:${line} ${name} has ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it('has no sink that turns text into markup or code', () => {
    const sinks = modules.filter(({ text }) => SINKS.test(withoutComments(text)));
    expect(sinks.map(({ path }) => `${path}: show text with textContent`)).toEqual([]);
  });

  it('keeps clock, chance and timers out of the pure layers', () => {
    const impure = modules.filter(
      ({ path, text }) => PURE_LAYERS.test(path) && IMPURE.test(withoutComments(text)),
    );
    expect(impure.map(({ path }) => `${path}: take time and randomness as arguments`)).toEqual([]);
  });

  it('never listens for messages with an async function', () => {
    const bad = modules.filter(({ text }) => /onMessage\.addListener\(\s*async/.test(text));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });
});
