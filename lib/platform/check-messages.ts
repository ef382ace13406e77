import type { CheckReply, CheckRequest } from '../checker/check-request';
import type { CheckerHost } from '../checker/checker-host';
import { browser } from './browser';
import { classifySender, type RawSender } from './sender';

/** The one message between the background and the offscreen document; both are ours, content scripts are refused. */
type Check = { readonly bianshiCheck: CheckRequest };

/** Asks the offscreen document; rejects when there is none, or it closed before it answered. */
export async function sendCheck(request: CheckRequest): Promise<CheckReply> {
  const message: Check = { bianshiCheck: request };
  const reply = (await browser.runtime.sendMessage(message)) as CheckReply | undefined;
  if (!reply) throw new Error('no answer');
  return reply;
}

/** Lets a host answer the background. */
export function answerChecks(host: CheckerHost): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, raw: RawSender, respond: (reply: CheckReply) => void) => {
      if (!isCheck(message) || classifySender(raw)?.caller !== 'view') return undefined;
      void host.check(message.bianshiCheck).then(respond);
      return true;
    },
  );
}

function isCheck(message: unknown): message is Check {
  return typeof message === 'object' && message !== null && 'bianshiCheck' in message;
}
