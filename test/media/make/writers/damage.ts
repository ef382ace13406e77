import { withBrokenSignature, withTwoStores } from '../../../support/c2pa/damage';
import type { Writer } from './writer';

/** Cuts the file off after `share` of its bytes. */
export function cutOff(share: number): Writer {
  return { name: 'cut off', write: async (file) => file.subarray(0, Math.floor(file.length * share)) };
}

/**
 * Changes picture data after signing, as an edit that forgets the credential does: bytes of the entropy-coded scan
 * behind the last SOS marker are swapped for others that are no markers.
 */
export function changePixels(): Writer {
  return {
    name: 'pixels changed after signing',
    write: async (file) => {
      const changed = Buffer.from(file);
      const scan = changed.lastIndexOf(Buffer.from([0xff, 0xda]));
      for (let at = scan + Math.floor((changed.length - scan) * 0.55), left = 24; left > 0; at++) {
        const [before, byte] = [changed[at - 1], changed[at]];
        if (byte === 0xff || before === 0xff) continue;
        changed[at] = (byte ?? 0) === 0x55 ? 0x2a : 0x55;
        left--;
      }
      return changed;
    },
  };
}

/** Changes one byte of the signature of the last manifest. */
export function breakSignature(): Writer {
  return { name: 'signature changed', write: async (file) => Buffer.from(withBrokenSignature(file)) };
}

/** Puts the segments of the credential into a JPEG file twice. */
export function doubleStore(): Writer {
  return { name: 'credential doubled', write: async (file) => Buffer.from(withTwoStores(file)) };
}

/** Replaces the whole file by plain text. */
export function notAPicture(text: string): Writer {
  return { name: 'plain text', write: async () => Buffer.from(text, 'utf8') };
}
