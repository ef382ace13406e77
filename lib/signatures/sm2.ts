import { sm2, sm3 } from 'sm-crypto-v2';
import { hexBytes, toHex } from './hex';

/** GM/T 0009-2012 §10: the user id where none is agreed on; the security guide names it in appendix A.1. */
const USER_ID = '1234567812345678';

/** Bytes of a coordinate of the curve, and of r and s. */
const SCALAR_BYTES = 32;

/** Bytes of an uncompressed point: 04, x, y. */
const POINT_BYTES = 65;

/** SubjectPublicKeyInfo of an SM2 key up to its point: id-ecPublicKey, sm2p256v1, BIT STRING of 66 bytes. */
const SPKI_START = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** Order of the curve (GB/T 32918.5-2017 §3). */
const ORDER = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');

/**
 * Readings of a KeyValue as a point: SubjectPublicKeyInfo (StepFun), 04‖x‖y, x‖y, 02/03‖x, and a bare x, also
 * behind a zero byte (MiniMax), which two points share.
 *
 * @param value hex
 * @returns points in hex as the curve library takes them; empty where the value is none of these
 */
export function sm2Points(value: string): readonly string[] {
  const hex = withoutSpki(value.toLowerCase());
  const bytes = hexBytes(hex)?.length;
  if (bytes === POINT_BYTES && hex.startsWith('04')) return onCurve([hex]);
  if (bytes === POINT_BYTES - 1) return onCurve([`04${hex}`]);
  if (bytes === SCALAR_BYTES) return onCurve([`02${hex}`, `03${hex}`]);
  if (bytes !== SCALAR_BYTES + 1) return [];
  return hex.startsWith('00') ? onCurve([`02${hex.slice(2)}`, `03${hex.slice(2)}`]) : onCurve([hex]);
}

const withoutSpki = (hex: string): string =>
  hex.startsWith(SPKI_START) ? hex.slice(SPKI_START.length) : hex;

function onCurve(points: readonly string[]): readonly string[] {
  return points.filter((point) => {
    try {
      return sm2.verifyPublicKey(point);
    } catch {
      return false;
    }
  });
}

/**
 * r‖s, in hex, of a signature in DER (GM/T 0009-2012 §7.3).
 *
 * @returns `undefined` unless it is a sequence of two integers within 1 … n − 1 and nothing else
 */
export function sm2Scalars(value: string): string | undefined {
  const der = hexBytes(value);
  if (der === undefined || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const first = integerAt(der, 2);
  const second = first && integerAt(der, first.end);
  if (first === undefined || second?.end !== der.length) return undefined;
  return `${first.hex}${second.hex}`;
}

function integerAt(der: Uint8Array, at: number): { readonly hex: string; readonly end: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length === 0 || length > SCALAR_BYTES + 1) return undefined;
  const end = at + 2 + length;
  const number = end > der.length ? 0n : BigInt(`0x${toHex(der.subarray(at + 2, end))}`);
  if (number === 0n || number >= ORDER) return undefined;
  return { hex: number.toString(16).padStart(2 * SCALAR_BYTES, '0'), end };
}

/**
 * Whether an SM3-with-SM2 signature (GB/T 32918.2) is one of `message` under `point`, where either the message
 * itself was signed, as appendix A.1 has it, or its SM3 digest in the place of the message, as StepFun does.
 *
 * @param point from {@link sm2Points}
 * @param scalars from {@link sm2Scalars}
 */
export function sm2Matches(message: Uint8Array, scalars: string, point: string): boolean {
  const digest = hexBytes(sm3(message)) ?? new Uint8Array();
  return [message, digest].some((signed) =>
    sm2.doVerifySignature(signed, scalars, point, { hash: true, userId: USER_ID }),
  );
}
