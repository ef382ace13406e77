import { bmffKind } from '../bmff/brands';
import { walkBmff } from '../bmff/walk-file';
import type { ContainerFormat } from '../container';

/** HEIF, HEIC (ISO/IEC 23008-12): items of the `meta` box and top-level `uuid` boxes. */
const heif: ContainerFormat = {
  id: 'heif',
  name: 'HEIF',
  sniff: (head) => bmffKind(head) === 'heif',
  walk: (emit, size) => walkBmff('HEIF', emit, size),
};
export default heif;
