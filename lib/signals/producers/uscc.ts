/** GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: registering department 1, class 1, division 6, organisation 9, check 1. */
const USCC_LENGTH = 18;

/** GB 32100-2015: weights are the powers of 3 modulo the size of the alphabet. */
const WEIGHT_BASE = 3;

/** A unified social credit code by its form alone. */
export const USCC_FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/**
 * Checks the last character of a unified social credit code (GB 32100-2015).
 *
 * @param uscc 18 characters; anything of another form fails
 */
export function checkUscc(uscc: string): 'passes' | 'fails' {
  if (!USCC_FORM.test(uscc)) return 'fails';
  return USCC_ALPHABET[checkIndex(uscc)] === uscc[USCC_LENGTH - 1] ? 'passes' : 'fails';
}

function checkIndex(uscc: string): number {
  const modulus = USCC_ALPHABET.length;
  let sum = 0;
  let weight = 1;
  for (const char of uscc.slice(0, USCC_LENGTH - 1)) {
    sum += USCC_ALPHABET.indexOf(char) * weight;
    weight = (weight * WEIGHT_BASE) % modulus;
  }
  return (modulus - (sum % modulus)) % modulus;
}
