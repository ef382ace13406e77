import type { ContainerFormat } from './container';

/** Every container format: one file in `formats/`, found by its being there. */
export const FORMATS: readonly ContainerFormat[] = Object.values(
  import.meta.glob<ContainerFormat>('./formats/*.ts', { eager: true, import: 'default' }),
);
