import type { Answer, ChannelName, Envelope, ReplyOf, RequestOf } from '../messages/channels';
import { browser } from './browser';

/** The background answered with a refusal or a failure; the message is for the log, not for people. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault';
}

/**
 * Asks the background on a channel, and takes its word for what it answers: only our own background can. For content
 * scripts, which are loaded into every page and would have to bring the schemas along; views use `send`, which parses.
 *
 * @throws MessageFault when the background refused or failed, another error when nobody answered
 */
export async function ask<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
  const envelope: Envelope = { bianshi: channel, request };
  const answer = (await browser.runtime.sendMessage(envelope)) as Answer | undefined;
  if (!answer) throw new Error(`${channel}: no answer`);
  if (!answer.ok) throw new MessageFault(`${channel}: ${answer.why}`);
  return (answer.reply ?? undefined) as ReplyOf<C>;
}

/** How long to wait before asking again when nobody answers: the background starts, restarts or updates. */
const PATIENCE_MS = [200, 1000, 3000] as const;

/**
 * How long any answer may take: longer than the background gives a slow server or a large file. A background that was
 * ended while it answered gives none.
 */
const LONGEST_ANSWER_MS = 120_000;

/**
 * `ask`, asked again for a while when nobody answers; a refusal is final. Only for what may be said twice.
 *
 * @param answerMs how long one answer is waited for, in milliseconds
 */
export function askPatiently<C extends ChannelName>(
  channel: C,
  request: RequestOf<C>,
  signal: AbortSignal,
  answerMs = LONGEST_ANSWER_MS,
): Promise<ReplyOf<C>> {
  return patiently(() => ask(channel, request), signal, answerMs);
}

/** Asks until somebody answers, a few times. */
export async function patiently<T>(
  asked: () => Promise<T>,
  signal: AbortSignal,
  answerMs = LONGEST_ANSWER_MS,
): Promise<T> {
  for (const delay of PATIENCE_MS) {
    try {
      return await answeredWithin(answerMs, asked());
    } catch (error) {
      if (error instanceof MessageFault || signal.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return answeredWithin(answerMs, asked());
}

async function answeredWithin<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
