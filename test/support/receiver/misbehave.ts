import type { ServerResponse } from 'node:http';

/** Ways in which an endpoint may fail; each is used up by one delivery. */
export const MISBEHAVIOURS = [
  /** Takes what was sent, and cuts the line before its answer is out. */
  'lose-answer',
  /** Cuts the line before it has taken anything. */
  'lose-request',
  '400',
  '401',
  '403',
  '409',
  '429',
  '500',
  '503',
  /** Answers 200 with a web page. */
  'nonsense',
  /** Answers 201 with a receipt for another report. */
  'other-receipt',
  /** Answers 200 with ten megabytes. */
  'huge',
  /** Sends to plain http at a private address. */
  'redirect',
  /** Sends to another host. */
  'redirect-away',
  /** Answers never. */
  'stall',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

const HUGE_BYTES = 10 * 1024 * 1024;

/** Answers as badly as asked; whether it did. `lose-answer` is the caller's: its request is handled first. */
export function misbehave(how: Misbehaviour, response: ServerResponse): boolean {
  if (how === 'lose-answer') return false;
  if (how === 'lose-request') response.socket?.destroy();
  else if (how === 'nonsense') page(response, '<!doctype html><title>Welcome</title>');
  else if (how === 'other-receipt')
    page(response, JSON.stringify({ id: 'x', receipt: 'R-0', status: 'received' }));
  else if (how === 'huge') page(response, `{"pad":"${'a'.repeat(HUGE_BYTES)}"}`);
  else if (how === 'redirect') response.writeHead(307, { Location: 'http://192.168.0.1/v1/reports' }).end();
  else if (how === 'redirect-away')
    response.writeHead(308, { Location: 'https://elsewhere.example/v1/reports' }).end();
  else if (how !== 'stall') refuse(response, Number(how));
  return true;
}

function page(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(text);
}

function refuse(response: ServerResponse, status: number): void {
  const retry = status === 429 || status === 503 ? { 'Retry-After': '60' } : {};
  const words = { title: 'Refused', status, detail: `=Said with ${status}\u202e\nas asked` };
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json', ...retry })
    .end(JSON.stringify(words));
}
