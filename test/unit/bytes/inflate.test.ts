import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { inflateZlib } from '../../../lib/bytes/inflate';

const text = Buffer.from('{"Label":"1"}'.repeat(500));
const zlib = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes));

/** Kind of the fault that reading `bytes` ends in. */
function faultOf(bytes: Uint8Array, maxBytes = 1_000_000): string {
  try {
    inflateZlib(bytes, maxBytes);
    return 'none';
  } catch (error) {
    return error instanceof ByteFault ? error.kind : `not a ByteFault: ${String(error)}`;
  }
}

describe('inflateZlib', () => {
  it('gives back what was compressed', () => {
    expect(Buffer.from(inflateZlib(zlib(text), text.length)).toString()).toBe(text.toString());
  });

  it('gives back empty and incompressible data', () => {
    const noise = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 2_654_435_761) >>> 13);
    expect(inflateZlib(zlib(new Uint8Array(0)), 0).length).toBe(0);
    expect(Buffer.from(inflateZlib(zlib(noise), 70_000)).equals(Buffer.from(noise))).toBe(true);
  });

  it('stops one byte past the limit and not at it', () => {
    expect(faultOf(zlib(text), text.length)).toBe('none');
    expect(faultOf(zlib(text), text.length - 1)).toBe('over-budget');
  });

  it('stops a bomb of 64 MB of zeros at 1 MB', () => {
    expect(faultOf(zlib(new Uint8Array(64 * 1024 * 1024)))).toBe('over-budget');
  });

  it('does without the checksum and ignores what follows the stream', () => {
    const whole = zlib(text);
    const trailing = new Uint8Array([...whole, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(inflateZlib(whole.subarray(0, -4), 10_000).length).toBe(text.length);
    expect(inflateZlib(trailing, 10_000).length).toBe(text.length);
  });

  it('calls every shorter prefix truncated', () => {
    const whole = zlib(Buffer.from('some text that is compressed, some text'));
    const faults = new Set<string>();
    for (let length = 0; length < whole.length - 4; length++) faults.add(faultOf(whole.subarray(0, length)));
    expect([...faults]).toEqual(['truncated']);
  });

  it('refuses what is no zlib stream', () => {
    expect(faultOf(new Uint8Array([0x78, 0x9d, 0, 0]))).toBe('malformed');
    expect(faultOf(new Uint8Array([0x78, 0xbb, 0, 0]))).toBe('malformed');
    expect(faultOf(new Uint8Array([0x78, 0x9c, 0xff, 0xff, 0xff, 0xff]))).toBe('malformed');
  });
});
