import type { GeneratorParameters } from '../../signals/generator-parameters';
import type { Words } from '../i18n';

/** One readable setting: its name and value. */
export type GeneratorRow = { readonly name: string; readonly value: string };

const PLAIN = [
  'version',
  'model',
  'prompt',
  'negativePrompt',
  'seed',
  'steps',
  'sampler',
  'guidance',
  'size',
] as const;

/** The settings people look for, in a fixed order; what the tool did not write is not there. */
export function generatorRows(generator: GeneratorParameters, t: Words): readonly GeneratorRow[] {
  const plain = PLAIN.flatMap((name) => {
    const value = generator[name];
    return value === undefined ? [] : [{ name: t(`gen.${name}`), value }];
  });
  const loras = generator.loras ?? [];
  return [
    { name: t('gen.tool'), value: generator.tool },
    ...plain,
    ...(loras.length === 0 ? [] : [{ name: t('gen.loras'), value: loras.join('\n') }]),
  ];
}
