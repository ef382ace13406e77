import { getPublicKeyAsync, signAsync } from '@noble/ed25519';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkNovelAiSignature } from '../../../lib/signatures/check-novelai-signature';

/** A key of ours for tests. */
const SECRET = new Uint8Array(32).fill(7);
const RGB = Uint8Array.from([1, 2, 3, 4, 5, 6]);
const [BEFORE, AFTER] = ['{"prompt": "\\u732b", "steps": 28', ', "uncond_scale": 1.0}'];

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('checkNovelAiSignature', () => {
  let [key, comment] = ['', ''];

  beforeAll(async () => {
    key = base64(await getPublicKeyAsync(SECRET));
    const message = Buffer.concat([RGB, Buffer.from(`${BEFORE}${AFTER}`)]);
    comment = `${BEFORE}, "signed_hash": "${base64(await signAsync(message, SECRET))}"${AFTER}`;
  });

  it('matches pixels and literal text without the member', async () => {
    expect(await checkNovelAiSignature(RGB, comment, key)).toBe(true);
  });

  it('does not match a changed pixel, a changed text, or text written anew', async () => {
    const changed = Uint8Array.from([1, 2, 3, 4, 5, 7]);
    expect(await checkNovelAiSignature(changed, comment, key)).toBe(false);
    expect(await checkNovelAiSignature(RGB, comment.replace('28', '29'), key)).toBe(false);
    expect(await checkNovelAiSignature(RGB, comment.replace('\\u732b', '猫'), key)).toBe(false);
  });

  it('does not match under NovelAI’s own key', async () => {
    expect(await checkNovelAiSignature(RGB, comment)).toBe(false);
  });

  it.each([
    ['no member', '{"prompt": "x"}'],
    ['a short one', '{"prompt": "x", "signed_hash": "AAAA"}'],
    ['one that is no base64', `{"prompt": "x", "signed_hash": "${'-'.repeat(86)}=="}`],
  ])('says nothing of a text with %s', async (_, text) => {
    expect(await checkNovelAiSignature(RGB, text, key)).toBeUndefined();
  });
});
