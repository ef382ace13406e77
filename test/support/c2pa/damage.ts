const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** A copy with the byte at `at` changed. */
function withChangedByte(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** One byte of the picture data changed, shortly before the end. */
export function withChangedEnd(bytes: Uint8Array): Uint8Array {
  return withChangedByte(bytes, bytes.length - 40);
}

/** One byte of the COSE signature changed: it ends the CBOR box behind the label of the last manifest. */
export function withBrokenSignature(bytes: Uint8Array): Uint8Array {
  const label = latin1(bytes).lastIndexOf('c2pa.signature\0');
  const box = latin1(bytes).indexOf('cbor', label) - 4;
  const length = Buffer.from(bytes).readUInt32BE(box);
  return withChangedByte(bytes, box + length - 10);
}

/** A JPEG whose APP11 segments stand in it twice. */
export function withTwoStores(jpeg: Uint8Array): Uint8Array {
  let at = 2;
  while (Buffer.from(jpeg).readUInt16BE(at) !== 0xffeb) at += 2 + Buffer.from(jpeg).readUInt16BE(at + 2);
  let end = at;
  while (Buffer.from(jpeg).readUInt16BE(end) === 0xffeb) end += 2 + Buffer.from(jpeg).readUInt16BE(end + 2);
  return new Uint8Array([...jpeg.subarray(0, end), ...jpeg.subarray(at, end), ...jpeg.subarray(end)]);
}
