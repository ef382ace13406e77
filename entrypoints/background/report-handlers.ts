import type { Handlers } from '../../lib/platform/messenger';
import { signInAtproto } from './atproto-session';
import { lookAgain } from './look-again';
import { outboxService } from './outbox-service';
import type { PageOf } from './picture-page';
import { pollReports } from './poll-reports';
import { remindersService } from './reminders';

/** Starts what reports need of the background, and answers what views ask about them. */
export function reportHandlers(
  pageOf: PageOf,
): Pick<Handlers, 'outbox.wake' | 'reports.poll' | 'report.look' | 'atproto.signIn'> {
  const outbox = outboxService();
  remindersService();
  return {
    'outbox.wake': () => outbox.wake(),
    'reports.poll': ({ id }) => pollReports(id),
    'report.look': ({ id }) => lookAgain(id, pageOf),
    'atproto.signIn': signInAtproto,
  };
}
