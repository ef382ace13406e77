import * as v from 'valibot';

import type { CredentialCheck } from '../c2pa/credential';
import type { Inspection } from '../inspect/inspection';
import type { MediaHash } from './media-hash';
import { RECHECK_REASONS, type TabPage } from './page-items';
import {
  containerSchema,
  credentialSchema,
  idListSchema,
  inspectionSchema,
  itemIdSchema,
  itemListSchema,
  mediumKindSchema,
  namedListSchema,
  pageCountsSchema,
  urlSchema,
} from './schemas';

/** Who may call a channel, as the browser stamped the sender (never as the message claims). */
export type Caller = 'content' | 'view';

/** Longest account name or password that is taken. */
const MAX_SECRET_CHARS = 512;

const reportId = v.pipe(v.string(), v.uuid());
const tabId = v.pipe(v.number(), v.integer());
const nothing = v.undefined_();

/** Bytes that only the asking page has. They travel as a Blob in Firefox, whose messages are structured clones. */
const blob = v.custom<Blob>((value) => value instanceof Blob);

/** A medium whose credential is to be checked. `url` is the address it is known by. */
const toVerify = v.object({
  url: urlSchema,
  /** Page for which a view asks, where there is one; a content script's own page is stamped by the browser. */
  page: v.exactOptional(urlSchema),
  container: containerSchema,
  /** Address in memory (`blob:`, `data:`) of the bytes as the page shows them; a view's file is had nowhere else. */
  memoryUrl: v.exactOptional(urlSchema),
  bytes: v.exactOptional(blob),
  /** Go beyond the size up to which files are checked by themselves. */
  force: v.exactOptional(v.boolean()),
});

/**
 * Every channel to the background: who may call it and what it carries. Requests are parsed by the background,
 * replies by views where they hold what a file said; content scripts take our background's word (`platform/ask.ts`).
 */
export const CHANNELS = {
  /** Loads a script of ours into the asking document. */
  'frame.load': {
    from: ['content'],
    request: v.object({ script: v.picklist(['page', 'engine']) }),
    reply: nothing,
  },
  /** Reads a medium in ranges from the background: cross-site pictures, films, sound and whatever the page cannot read. */
  'media.inspect': {
    from: ['content'],
    request: v.object({ url: urlSchema, kind: mediumKindSchema }),
    reply: inspectionSchema,
  },
  /** SHA-256 of a medium as fetched now, for a report; with `keep`, its bytes are handed over under that id. */
  'media.hash': {
    from: ['view'],
    request: v.object({ url: urlSchema, tabId, keep: v.exactOptional(v.pipe(v.string(), v.uuid())) }),
    reply: v.any(),
  },
  /** Checks the credential that a medium holds. Answers in bounded time, `unchecked` where it could not be done. */
  'media.verify': { from: ['content', 'view'], request: toVerify, reply: credentialSchema },
  /** Fetches the credential of the medium `url` from the address `from` that the file names, and checks it alone. */
  'credential.fetch': {
    from: ['content', 'view'],
    request: v.object({ url: urlSchema, from: urlSchema }),
    reply: credentialSchema,
  },
  /** One frame's items changed. `documentId` is new for every document, so that a navigation starts afresh. */
  'page.update': {
    from: ['content'],
    request: v.object({
      documentId: itemIdSchema,
      title: v.pipe(v.string(), v.maxLength(1024)),
      paused: v.boolean(),
      put: itemListSchema,
      drop: idListSchema,
      counts: pageCountsSchema,
      named: v.exactOptional(namedListSchema),
    }),
    reply: nothing,
  },
  /** The frame is going away. */
  'page.gone': { from: ['content'], request: v.object({ documentId: itemIdSchema }), reply: nothing },
  /** A person activated a label: show its evidence. */
  'evidence.open': { from: ['content'], request: v.object({ itemId: itemIdSchema }), reply: nothing },
  /** A person wants read what was left out for that reason: with cookies, beyond the budget, or simply again. */
  'tab.recheck': {
    from: ['view'],
    request: v.object({ tabId, why: v.picklist(RECHECK_REASONS) }),
    reply: nothing,
  },
  /** Everything known about a tab's page. */
  'tab.page': { from: ['view'], request: v.object({ tabId }), reply: v.any() },
  /** Which item of a tab a view shows; with `ask`, the item its panel is asked to turn to. */
  'tab.select': {
    from: ['view'],
    request: v.object({ tabId, itemId: v.optional(itemIdSchema), ask: v.optional(v.boolean()) }),
    reply: nothing,
  },
  /** Reports are waiting, or were put back: the outbox looks at once. */
  'outbox.wake': { from: ['view'], request: v.object({}), reply: nothing },
  /** Asks recipients by their endpoints where reports stand; `id`: one report, else all open ones. */
  'reports.poll': { from: ['view'], request: v.object({ id: v.exactOptional(reportId) }), reply: nothing },
  /** Looks at a reported medium again; what was found is added to the report's history. */
  'report.look': { from: ['view'], request: v.object({ id: reportId }), reply: nothing },
  /** Opens an atproto session with an app password, which is used once and not kept. */
  'atproto.signIn': {
    from: ['view'],
    request: v.object({
      server: urlSchema,
      identifier: v.pipe(v.string(), v.maxLength(MAX_SECRET_CHARS)),
      password: v.pipe(v.string(), v.maxLength(MAX_SECRET_CHARS)),
    }),
    reply: v.object({ problem: v.exactOptional(v.string()) }),
  },
} as const satisfies Record<
  string,
  { from: readonly Caller[]; request: v.GenericSchema; reply: v.GenericSchema }
>;

export type ChannelName = keyof typeof CHANNELS;
/** A parsed request, as a handler gets it; never written to, so senders may hand over readonly data. */
export type RequestOf<C extends ChannelName> = DeepReadonly<v.InferOutput<(typeof CHANNELS)[C]['request']>>;

type DeepReadonly<T> = T extends string | number | boolean | undefined | Blob
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** Replies by channel; `v.any()` replies are our own data handed back, typed here. */
export type ReplyOf<C extends ChannelName> = C extends 'media.inspect'
  ? Inspection
  : C extends 'media.hash'
    ? MediaHash
    : C extends 'media.verify' | 'credential.fetch'
      ? CredentialCheck
      : C extends 'tab.page'
        ? TabPage | undefined
        : C extends 'atproto.signIn'
          ? { readonly problem?: string }
          : undefined;

/** What travels: plain JSON, because Chrome serialises messages so. */
export type Envelope = { readonly bianshi: ChannelName; readonly request: unknown };
export type Answer =
  | { readonly ok: true; readonly reply?: unknown }
  | { readonly ok: false; readonly why: string };

/** Whether a message is one of ours; others are left to other listeners. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null || !('bianshi' in message)) return false;
  return typeof message.bianshi === 'string' && Object.hasOwn(CHANNELS, message.bianshi);
}
