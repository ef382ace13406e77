const formats = new Map<string, Intl.DateTimeFormat>();

/** One format for each language: making one takes longer than using it a hundred times. */
function formatOf(language: string): Intl.DateTimeFormat {
  const format =
    formats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
  formats.set(language, format);
  return format;
}

/** The time in the reader's own zone, with the zone named; what is no ISO 8601 time as it is written. */
export function localTime(iso: string, language: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return formatOf(language).format(at);
}
