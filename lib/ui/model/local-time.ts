/** The time in the reader's own zone, with the zone named; what is no ISO 8601 time as it is written. */
export function localTime(iso: string, language: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }).format(at);
}
