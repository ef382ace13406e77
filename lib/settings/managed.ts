import * as v from 'valibot';
import type { RecipientRow } from '../rules/recipient-row';
import { formFields, MAX_OWN_RECIPIENTS, MAX_RECIPIENT_CHARS, readRecipient } from './reporting';

/** A recipient that an organisation presets, with the token of its endpoint apart: it is in no row, report or export. */
export type ManagedRecipient = { readonly row: RecipientRow; readonly token?: string };

const text = v.pipe(v.string(), v.maxLength(MAX_RECIPIENT_CHARS));
const list = v.exactOptional(v.array(text));

/** One entry of the policy `recipients`: see `assets/public/managed-schema.json`. */
const entrySchema = v.object({
  id: text,
  name: text,
  kind: v.fallback(v.picklist(['authority', 'provider', 'platform', 'organization']), 'organization'),
  channel: v.picklist(['form', 'mail', 'api', 'phone']),
  address: text,
  token: v.exactOptional(v.pipe(v.string(), v.maxLength(4096))),
  hosts: list,
  profiles: list,
  categories: list,
  fields: formFields,
});

/**
 * Reads the policy `recipients` of an organisation. An entry that is not right is left out, its neighbours stay.
 *
 * @param value what `storage.managed` gave: Chromium has checked its outer shape, Firefox nothing
 */
export function readManagedRecipients(value: unknown): readonly ManagedRecipient[] {
  return Array.isArray(value) ? value.slice(0, MAX_OWN_RECIPIENTS).flatMap(entryOf) : [];
}

function entryOf(value: unknown): readonly ManagedRecipient[] {
  const { success, output } = v.safeParse(entrySchema, value);
  if (!success) return [];
  const { token, name, channel, address, fields, ...rest } = output;
  const row = readRecipient({
    ...rest,
    name: { 'zh-CN': name, en: name },
    purpose: 'abuse',
    channel: { ...channelOf(channel, address), ...(fields === undefined ? {} : { fields }) },
    source: '',
    checkedAt: '',
    confidence: 'managed',
  });
  if (row === undefined) return [];
  return [token === undefined || row.channel.kind !== 'api' ? { row } : { row, token }];
}

function channelOf(kind: 'form' | 'mail' | 'api' | 'phone', address: string): object {
  if (kind === 'mail') return { kind, address };
  return kind === 'phone' ? { kind, number: address } : { kind, url: address };
}
