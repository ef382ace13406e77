import * as v from 'valibot';
import {
  type Answer,
  CHANNELS,
  type ChannelName,
  type Envelope,
  isEnvelope,
  type ReplyOf,
  type RequestOf,
} from '../messages/channels';
import { browser } from './browser';
import { classifySender, type RawSender, type Sender } from './sender';

export type Handlers = {
  readonly [C in ChannelName]: (request: RequestOf<C>, sender: Sender) => ReplyOf<C> | Promise<ReplyOf<C>>;
};

/** The background answered with a refusal or a failure; the message is for the log, not for people. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault';
}

/**
 * Asks the background on a channel.
 *
 * @throws MessageFault when the background refused or failed, another error when nobody answered
 */
export async function send<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
  const envelope: Envelope = { bianshi: channel, request };
  const answer = (await browser.runtime.sendMessage(envelope)) as Answer | undefined;
  if (!answer) throw new Error(`${channel}: no answer`);
  if (!answer.ok) throw new MessageFault(`${channel}: ${answer.why}`);
  const parsed = v.safeParse(CHANNELS[channel].reply, answer.reply ?? undefined);
  if (!parsed.success) throw new MessageFault(`${channel}: unexpected reply`);
  return parsed.output as ReplyOf<C>;
}

/** How long to wait before asking again when nobody answers: the background starts, restarts or updates. */
const PATIENCE_MS = [200, 1000, 3000] as const;

/**
 * How long any answer may take: longer than the background gives a slow server or a large file. A background that was
 * ended while it answered gives none.
 */
const LONGEST_ANSWER_MS = 120_000;

/**
 * `send`, asked again for a while when nobody answers; a refusal is final. Only for what may be said twice.
 *
 * @param answerMs how long one answer is waited for, in milliseconds
 */
export async function sendPatiently<C extends ChannelName>(
  channel: C,
  request: RequestOf<C>,
  signal: AbortSignal,
  answerMs = LONGEST_ANSWER_MS,
): Promise<ReplyOf<C>> {
  for (const delay of PATIENCE_MS) {
    try {
      return await answeredWithin(answerMs, send(channel, request));
    } catch (error) {
      if (error instanceof MessageFault || signal.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return answeredWithin(answerMs, send(channel, request));
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

/**
 * Registers the one message listener. It is not `async` and returns `true` only for messages of ours: a
 * promise returned for somebody else's message would answer it for everybody.
 */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: RawSender, respond: (a: Answer) => void) => {
    if (!isEnvelope(message)) return undefined;
    void answer(message, raw, handlers).then(respond);
    return true;
  });
}

async function answer(message: Envelope, raw: RawSender, handlers: Handlers): Promise<Answer> {
  const sender = classifySender(raw);
  const channel = CHANNELS[message.bianshi];
  if (!sender || !(channel.from as readonly string[]).includes(sender.caller))
    return { ok: false, why: 'sender refused' };
  const parsed = v.safeParse(channel.request, message.request);
  if (!parsed.success) return { ok: false, why: 'payload refused' };
  try {
    const handle = handlers[message.bianshi] as (request: unknown, sender: Sender) => unknown;
    return { ok: true, reply: await handle(parsed.output, sender) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.name : 'failed' };
  }
}
