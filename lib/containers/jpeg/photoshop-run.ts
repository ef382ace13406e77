import type { Block, Span } from '../container';
import type { Segment } from './segments';

/** Identifier of an image resource segment (Adobe Photoshop file format, image resources in JPEG). */
export const PHOTOSHOP_ID = 'Photoshop 3.0\0';

const PATH = ['JPEG', 'APP13', 'IPTC'];

/**
 * Joins a run of neighbouring APP13 segments: one list of image resources, cut wherever a segment was full.
 * Nothing in them says where the list ends, so it ends with the run.
 */
export class PhotoshopRun {
  private spans: Span[] = [];

  take({ payload }: Segment): void {
    const length = payload.length - PHOTOSHOP_ID.length;
    if (length > 0) this.spans.push({ offset: payload.offset + PHOTOSHOP_ID.length, length });
  }

  /** The run so far as a block, and a new run begun. */
  flush(): Block | undefined {
    const [first, ...rest] = this.spans;
    this.spans = [];
    return first && { kind: 'iptc', path: PATH, spans: [first, ...rest] };
  }
}
