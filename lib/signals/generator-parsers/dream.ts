import { MAX_MATCH_CHARS } from '../signal-limits';
import { type Parsed, type TextParameter, texts } from './parsed';

/** Options of InvokeAI's old command line; capital `S` is the seed, small `s` the steps. */
const OPTIONS: ReadonlyMap<string, TextParameter | 'width' | 'height'> = new Map([
  ['-s', 'steps'],
  ['-S', 'seed'],
  ['-C', 'guidance'],
  ['-A', 'sampler'],
  ['-W', 'width'],
  ['-H', 'height'],
]);

/** `"prompt" -option value …`; the prompt ends at the last quotation mark. */
const DREAM_LINE = /^\s{0,16}"/;

/**
 * Reads a `Dream` line of old InvokeAI: the prompt in quotation marks (what is in brackets is negative), then
 * the options of its command line.
 */
export function readDream(text: string): Parsed {
  const line = text.slice(0, MAX_MATCH_CHARS);
  const end = line.lastIndexOf('"');
  if (!DREAM_LINE.test(line) || end <= line.indexOf('"')) return {};
  const options = readOptions(line.slice(end + 1));
  const { width, height, ...others } = options;
  return texts([
    ['prompt', line.slice(line.indexOf('"') + 1, end)],
    ...(Object.entries(others) as [TextParameter, string][]),
    ['size', width && height && `${width}x${height}`],
  ]);
}

type Options = { readonly [name in TextParameter | 'width' | 'height']?: string };

function readOptions(text: string): Options {
  const words = text.trim().split(/\s+/);
  const pairs = words.flatMap((word, index) => {
    const name = OPTIONS.get(word.slice(0, 2));
    // the first versions wrote an option and its value in one word
    const value = word.length > 2 ? word.slice(2) : words[index + 1];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
