import { verifyAsync } from '@noble/ed25519';
import { base64Bytes } from './hex';

/** NovelAI's published Ed25519 key (NovelAI/novelai-image-metadata). */
const PUBLIC_KEY = 'Y2JcQAOhLwzwSDUJPNgL04nS0Tbqm7cSRc4xk0vRMic=';

/** The member as NovelAI writes it into the Comment text; 64 bytes in base64. */
const SIGNATURE = /, "signed_hash": "([A-Za-z0-9+/]{86}==)"/;

/**
 * Checks the signature NovelAI puts into its pictures: Ed25519 over the bytes of R, G and B, row by row, followed
 * by the Comment text without the member that holds the signature. The text is taken literally: written anew,
 * it would differ in blanks and escapes.
 *
 * @param rgb three bytes a pixel
 * @param comment the Comment text as it stands in the file
 * @param publicKey base64; NovelAI's own unless a test brings one
 * @returns whether it matches; `undefined` where the text holds no signature
 */
export async function checkNovelAiSignature(
  rgb: Uint8Array,
  comment: string,
  publicKey = PUBLIC_KEY,
): Promise<boolean | undefined> {
  const signature = base64Bytes(SIGNATURE.exec(comment)?.[1] ?? '');
  const key = base64Bytes(publicKey);
  if (signature === undefined || key === undefined) return undefined;
  const text = new TextEncoder().encode(comment.replace(SIGNATURE, ''));
  const message = new Uint8Array(rgb.length + text.length);
  message.set(rgb);
  message.set(text, rgb.length);
  return verifyAsync(signature, message, key).catch(() => false);
}
