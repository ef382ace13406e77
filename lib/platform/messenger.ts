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
import { ask, MessageFault, patiently } from './ask';
import { browser } from './browser';
import { classifySender, type RawSender, type Sender } from './sender';

export type Handlers = {
  readonly [C in ChannelName]: (request: RequestOf<C>, sender: Sender) => ReplyOf<C> | Promise<ReplyOf<C>>;
};

/**
 * Asks the background on a channel, and parses what it answers.
 *
 * @throws MessageFault when the background refused or failed, another error when nobody answered
 */
export async function send<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
  const parsed = v.safeParse(CHANNELS[channel].reply, await ask(channel, request));
  if (!parsed.success) throw new MessageFault(`${channel}: unexpected reply`);
  return parsed.output as ReplyOf<C>;
}

/** `send`, asked again for a while when nobody answers; a refusal is final. Only for what may be said twice. */
export function sendPatiently<C extends ChannelName>(
  channel: C,
  request: RequestOf<C>,
  signal: AbortSignal,
): Promise<ReplyOf<C>> {
  return patiently(() => send(channel, request), signal);
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
