import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import type { Finding } from '../finding';

/** A Comment text of NovelAI that holds a signature. */
const SIGNED = /"signed_hash": "/;

/** The fields whose text NovelAI signs together with the pixels: as a file has them, or as they are hidden in it. */
export const signedComments = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ language, name, value }) => {
    return language === 'png-text' && name === 'Comment' && SIGNED.test(value);
  });

/**
 * What NovelAI's signature says. One that matches is the maker's own statement about exactly these pixels:
 * confirmed, and no key of the file's is taken on trust. It leaves open how much was generated.
 * One that does not match states nothing; the generator's trace stands for itself.
 */
export function novelAiFinding({ place, value }: Field, matches: boolean): Finding {
  const said = { signal: 'novelai-signature', place, raw: fileText(value, MAX_RAW_CHARS) } as const;
  return matches
    ? {
        ...said,
        states: { kind: 'ai', state: 'confirmed', extent: 'unknown' },
        assurance: 'vendor-signed',
        remarks: [],
      }
    : {
        ...said,
        states: { kind: 'nothing' },
        assurance: 'unsigned',
        remarks: [{ code: 'novelai-signature-differs' }],
      };
}
