import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AtprotoSession,
  boundedReason,
  deliverByAtproto,
  reasonType,
  signIn,
  subjectOf,
} from '../../../../lib/reports/channels/atproto';
import type { Wire } from '../../../../lib/reports/channels/exchange';
import { newEntry } from '../../../../lib/reports/ledger/new-entry';
import { ACCESS, ACCOUNT, type FakePds, POST, startFakePds } from '../../../support/reports/fake-pds';
import { submissionTo } from '../../../support/reports/submissions';

const wire: Wire = { fetch: globalThis.fetch, timeout: (ms) => AbortSignal.timeout(ms), now: () => 0 };

let pds: FakePds;
beforeEach(async () => {
  pds = await startFakePds();
});
afterEach(() => pds.close());

const session = (): AtprotoSession => ({ pds: pds.url, did: ACCOUNT.did, accessJwt: ACCESS });

function deliver(pageUrl: string, as: AtprotoSession | undefined = session(), service = 'did:plc:labeler') {
  const item = { kind: 'image', mediaUrl: 'https://cdn.bsky.app/1.jpg', pageUrl, pageTitle: '' } as const;
  const submission = submissionTo({ kind: 'atproto', service }, 1, { item });
  return deliverByAtproto(newEntry(submission, 0).submission, as, wire);
}

const POST_PAGE = 'https://bsky.app/profile/author.example/post/3k';

describe('signing in', () => {
  it('opens a session with an app password', async () => {
    expect(await signIn(pds.url, ACCOUNT.identifier, ACCOUNT.password, wire)).toEqual({
      pds: `${pds.url}/`,
      did: ACCOUNT.did,
      accessJwt: ACCESS,
    });
  });

  it('says what went wrong', async () => {
    expect(await signIn(pds.url, ACCOUNT.identifier, 'wrong', wire)).toEqual({
      kind: 'sign-in',
      status: 401,
    });
    expect(await signIn('http://pds.example', 'a', 'b', wire)).toEqual({ kind: 'insecure' });
  });
});

describe('a report to an atproto service', () => {
  it('names the post by address and hash, through the labeler that the recipient names', async () => {
    expect(await deliver(POST_PAGE)).toEqual({
      kind: 'delivered',
      remote: { receipt: '42', status: 'received' },
      evidence: 'none',
    });
    expect(pds.log.at(-1)).toEqual({
      method: 'com.atproto.moderation.createReport',
      authorization: `Bearer ${ACCESS}`,
      proxy: 'did:plc:labeler#atproto_labeler',
      body: {
        reasonType: 'com.atproto.moderation.defs#reasonMisleading',
        reason: 'Report 1',
        subject: { $type: 'com.atproto.repo.strongRef', ...POST },
      },
    });
  });

  it('names an account by its DID', async () => {
    await deliver('https://bsky.app/profile/author.example');
    await deliver('https://bsky.app/profile/did:plc:other');
    const subjects = pds.log
      .filter(({ method }) => method.endsWith('createReport'))
      .map(({ body }) => (body as { subject: unknown }).subject);
    expect(subjects).toEqual([
      { $type: 'com.atproto.admin.defs#repoRef', did: 'did:plc:author' },
      { $type: 'com.atproto.admin.defs#repoRef', did: 'did:plc:other' },
    ]);
  });

  it('leaves the choice of service to the person’s own server where no DID is named', async () => {
    await deliver(POST_PAGE, session(), 'https://bsky.app');
    expect(pds.log.at(-1)?.proxy).toBeUndefined();
  });

  it('asks for a session where there is none, or it has ended', async () => {
    const { submission } = newEntry(
      submissionTo({ kind: 'atproto', service: '' }, 1, {
        item: { kind: 'image', mediaUrl: '', pageUrl: POST_PAGE, pageTitle: '' },
      }),
      0,
    );
    expect(await deliverByAtproto(submission, undefined, wire)).toEqual({
      kind: 'ask',
      problem: { kind: 'sign-in' },
    });
    expect(await deliver(POST_PAGE, { ...session(), accessJwt: 'old' })).toMatchObject({
      kind: 'ask',
      problem: { kind: 'sign-in' },
    });
  });

  it.each(['break-off', 500] as const)(
    'is not repeated by itself after %s: it may have arrived',
    async (how) => {
      pds.behave(how);
      expect(await deliver(POST_PAGE)).toMatchObject({ kind: 'ask', problem: { kind: 'unknown-outcome' } });
    },
  );

  it('is repeated where the server says that it did not take it', async () => {
    pds.behave(429);
    expect(await deliver(POST_PAGE)).toMatchObject({
      kind: 'retry',
      problem: { kind: 'busy', words: 'as asked' },
    });
    pds.behave(400);
    expect(await deliver(POST_PAGE)).toMatchObject({ kind: 'stop', problem: { kind: 'refused' } });
  });

  it('is not sent about something that has no address there', async () => {
    const nowhere = { kind: 'stop', problem: { kind: 'not-addressed' } };
    expect(await deliver('https://news.example/story')).toMatchObject(nowhere);
    expect(await deliver('https://bsky.app/profile/author.example/post/gone')).toMatchObject(nowhere);
  });
});

describe('the address of a page', () => {
  it('names a post or an account, and nothing else', () => {
    expect(subjectOf(`${POST_PAGE}?ref=1#x`)).toEqual({ actor: 'author.example', rkey: '3k' });
    expect(subjectOf('https://bsky.app/profile/did:plc:abc')).toEqual({ actor: 'did:plc:abc' });
    for (const url of [
      'https://bsky.app/',
      'https://bsky.app.evil.example/profile/a',
      'https://bsky.app/profile/a/../b/post/%2e%2e',
      'x',
    ])
      expect(subjectOf(url)?.rkey).toBeUndefined();
    expect(subjectOf('https://bsky.app.evil.example/profile/a')).toBeUndefined();
  });
});

describe('reason', () => {
  it('is a token of the lexicon, and text within its bounds', () => {
    expect(reasonType('fraud')).toBe('com.atproto.moderation.defs#reasonScam');
    expect(reasonType('unheard-of')).toBe('com.atproto.moderation.defs#reasonOther');
    expect([...boundedReason('标'.repeat(3000))]).toHaveLength(2000);
    expect(new TextEncoder().encode(boundedReason('👨‍👩‍👧‍👦'.repeat(2000))).length).toBeLessThanOrEqual(
      20_000,
    );
    expect(boundedReason('👨‍👩‍👧‍👦'.repeat(2000)).endsWith('👨‍👩‍👧‍👦')).toBe(true);
  });
});
