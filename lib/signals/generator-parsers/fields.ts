import type { FieldRef, ParameterName } from '../../rules/generator-rule';
import type { FieldIndex } from '../generators/field-index';
import { type Parsed, type TextParameter, texts } from './parsed';

/** Reads parameters that a tool writes into one field each, word for word. */
export function readFieldsAsParameters(
  refs: { readonly [name in ParameterName]?: FieldRef },
  index: FieldIndex,
): Parsed {
  const { loras, width, height, ...single } = refs;
  const textOf = (ref: FieldRef | undefined): string | undefined =>
    ref === undefined ? undefined : index.find([ref])[0]?.value;
  const [across, down] = [textOf(width), textOf(height)];
  const size = across && down && `${across}x${down}`;
  const entries = Object.entries(single) as [TextParameter, FieldRef][];
  const found = entries.map(([name, ref]): [TextParameter, string | undefined] => [name, textOf(ref)]);
  const names = textOf(loras);
  return { ...texts([['size', size], ...found]), ...(names && { loras: [names] }) };
}
