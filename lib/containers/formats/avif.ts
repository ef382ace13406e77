import { bmffKind } from '../bmff/brands';
import { walkBmff } from '../bmff/walk-file';
import type { ContainerFormat } from '../container';

/** AVIF (AV1 Image File Format): items of the `meta` box and top-level `uuid` boxes. */
const avif: ContainerFormat = {
  id: 'avif',
  name: 'AVIF',
  sniff: (head) => bmffKind(head) === 'avif',
  walk: (emit, size) => walkBmff('AVIF', emit, size),
};
export default avif;
