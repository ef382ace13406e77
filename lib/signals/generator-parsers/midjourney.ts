import { MAX_MATCH_CHARS } from '../signal-limits';
import { type Parsed, type ParsedRow, texts } from './parsed';

/** Ends the description; then follows the job's UUID. */
const JOB_ID = 'Job ID:';

/** Parameters stand behind the prompt, each begun by two hyphens. */
const PARAMETERS = /\s--(?=[a-z])/;

/** Reads Midjourney's description: the prompt, its `--parameters`, and the id of the job. */
export function readMidjourney(text: string): Parsed {
  const description = text.slice(0, MAX_MATCH_CHARS);
  const at = description.lastIndexOf(JOB_ID);
  if (at < 0) return {};
  const [prompt, ...rest] = description.slice(0, at).split(PARAMETERS);
  const parameters = rest.map(asRow);
  const job: ParsedRow = { name: 'Job ID', value: description.slice(at + JOB_ID.length).trim() };
  return {
    ...texts([
      ['prompt', prompt?.trim()],
      ['version', rowValue(parameters, 'v')],
      ['seed', rowValue(parameters, 'seed')],
    ]),
    others: [...parameters.filter(({ name }) => name !== 'v' && name !== 'seed'), job],
  };
}

function asRow(text: string): ParsedRow {
  const [name = '', ...words] = text.trim().split(' ');
  return { name, value: words.join(' ') };
}

const rowValue = (rows: readonly ParsedRow[], name: string): string | undefined =>
  rows.find((row) => row.name === name)?.value;
