/** The host an address names, where it may be asked: only over a secure connection, no other scheme is followed. */
export function secureHostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' ? host : undefined;
}
