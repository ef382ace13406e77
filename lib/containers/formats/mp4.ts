import { bmffKind } from '../bmff/brands';
import { walkBmff } from '../bmff/walk-file';
import type { ContainerFormat } from '../container';

/** MP4, M4A, M4V, 3GP, fragmented or not (ISO/IEC 14496-12, -14): tags, XMP and C2PA. */
const mp4: ContainerFormat = {
  id: 'mp4',
  name: 'MP4',
  sniff: (head) => bmffKind(head) === 'mp4',
  walk: (emit, size) => walkBmff('MP4', emit, size),
};
export default mp4;
