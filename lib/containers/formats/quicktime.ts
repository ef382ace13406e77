import { bmffKind } from '../bmff/brands';
import { walkBmff } from '../bmff/walk-file';
import type { ContainerFormat } from '../container';

/** QuickTime movies, also those without a file type box: tags, XMP and C2PA. */
const quicktime: ContainerFormat = {
  id: 'quicktime',
  name: 'QuickTime',
  sniff: (head) => bmffKind(head) === 'quicktime',
  walk: (emit, size) => walkBmff('QuickTime', emit, size),
};
export default quicktime;
