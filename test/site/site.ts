/** Placeholder until the pages land. */
export type SiteRequest = { readonly host: string; readonly port: string; readonly query: URLSearchParams };
export function renderSite(path: string, _request: SiteRequest): string | undefined {
  return path === '/' ? '<!doctype html><title>Specimens</title><h1>Specimens</h1>' : undefined;
}
