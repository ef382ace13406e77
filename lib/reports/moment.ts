/** One instant as both the reporter's authority and everyone else write it. */
export type Moment = {
  /** `2026-11-21 12:28:19` in UTC+8, the legal time of China. */
  readonly china: string;
  /** `2026-11-21T04:28:19Z`. */
  readonly utc: string;
};

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const SECONDS_END = 'YYYY-MM-DDTHH:MM:SS'.length;

/**
 * Puts an instant into both zones. China has had one zone without summer time since 1992, so the offset is fixed.
 *
 * @param iso ISO 8601 with offset
 * @returns `undefined` where `iso` is no instant
 */
export function momentOf(iso: string): Moment | undefined {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return undefined;
  const china = new Date(at + CHINA_OFFSET_MS);
  if (Number.isNaN(china.getTime())) return undefined;
  return {
    china: china.toISOString().slice(0, SECONDS_END).replace('T', ' '),
    utc: `${new Date(at).toISOString().slice(0, SECONDS_END)}Z`,
  };
}
