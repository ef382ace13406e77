/**
 * Whether a redirect led from a secure to an open connection: anyone on the way could have written the answer.
 *
 * @param answered `Response.url`; empty for a response that came from no network
 */
export function losesTls(asked: string, answered: string): boolean {
  return asked.startsWith('https:') && answered.startsWith('http:');
}
