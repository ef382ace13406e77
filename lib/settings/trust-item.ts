import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { NO_TRUST_CHOICES, REFRESH_RESULTS, type TrustChoices } from './trust';

/** Raise by one with every change of shape, and add a migration. */
export const TRUST_VERSION = 1;

/** Bounds of what storage may hold; a list is at most 1 MB and there are five files. */
const MAX_TEXT_CHARS = 4 * 1024 * 1024;
const MAX_FILES = 16;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS));
const result = v.optional(v.picklist(REFRESH_RESULTS));

const fileSchema = v.object({ name: v.pipe(v.string(), v.maxLength(100)), text, pinned: v.boolean() });

const lastSchema = v.object({
  at: v.string(),
  results: v.object({ official: result, timeStamps: result }),
});

const trustSchema = v.object({
  own: v.fallback(text, ''),
  files: v.fallback(v.pipe(v.array(fileSchema), v.maxLength(MAX_FILES)), []),
  refresh: v.fallback(v.boolean(), false),
  last: v.fallback(v.optional(lastSchema), undefined),
});

const item = storage.defineItem<TrustChoices>('local:trust', {
  version: TRUST_VERSION,
  fallback: NO_TRUST_CHOICES,
});

/** What the person chose about trust, every field checked; nothing where nothing good is stored. */
export async function loadTrust(): Promise<TrustChoices> {
  return checkTrust(await item.getValue());
}

/** Stores all choices at once. @throws when the browser refuses storage */
export async function saveTrust(choices: TrustChoices): Promise<void> {
  await item.setValue(choices);
}

/** Calls `listener` after every change, from any view, until `signal` aborts. */
export function watchTrust(listener: () => void, signal?: AbortSignal): void {
  const unwatch = item.watch(listener);
  signal?.addEventListener('abort', unwatch, { once: true });
}

/** Reads a stored value as choices; a bad field falls back by itself. Never throws. */
export function checkTrust(value: unknown): TrustChoices {
  const { success, output } = v.safeParse(trustSchema, value);
  if (!success) return NO_TRUST_CHOICES;
  const { last, ...choices } = output;
  return last === undefined ? choices : { ...choices, last: withoutGaps(last) };
}

function withoutGaps({ at, results }: v.InferOutput<typeof lastSchema>): NonNullable<TrustChoices['last']> {
  const { official, timeStamps } = results;
  return {
    at,
    results: {
      ...(official === undefined ? {} : { official }),
      ...(timeStamps === undefined ? {} : { timeStamps }),
    },
  };
}
