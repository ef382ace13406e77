import { useCallback, useEffect, useState } from 'preact/hooks';
import { previewUrl } from '../model/preview-url';
import { useView } from '../view-context';

/** Where a picture can be shown from. */
export type PictureSource =
  | { readonly kind: 'ready'; readonly src: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'none' };

/** Bytes fetched for an address that could not be shown itself; no `src` where that failed too. */
type Fetched = { readonly of: string; readonly src?: string };

/**
 * The address a picture is shown from: its own, else its bytes. Firefox asks for `http:` pictures in extension pages
 * by `https:` only (`security.mixed_content.upgrade_display_content`), which their servers may not speak.
 */
export function usePicture(mediaUrl: string): { source: PictureSource; onError: () => void } {
  const own = previewUrl(mediaUrl);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const [fetched, setFetched] = useFetched(failed);
  const onError = useCallback(() => {
    if (own === undefined) return;
    if (failed === own) setFetched({ of: own });
    setFailed(own);
  }, [own, failed, setFetched]);
  return { source: sourceOf(own, failed, fetched), onError };
}

function useFetched(url: string | undefined) {
  const { services } = useView();
  const [fetched, setFetched] = useState<Fetched | undefined>(undefined);
  useEffect(() => {
    if (url === undefined || !isPlain(url)) return undefined;
    const control = new AbortController();
    let src: string | undefined;
    const show = (blob: Blob) => {
      if (control.signal.aborted) return;
      src = URL.createObjectURL(blob);
      setFetched({ of: url, src });
    };
    const fail = () => control.signal.aborted || setFetched({ of: url });
    services.fetchPicture(url, control.signal).then(show, fail);
    return () => {
      control.abort();
      if (src !== undefined) URL.revokeObjectURL(src);
    };
  }, [url, services]);
  return [fetched, setFetched] as const;
}

function sourceOf(
  own: string | undefined,
  failed: string | undefined,
  fetched: Fetched | undefined,
): PictureSource {
  if (own === undefined) return { kind: 'none' };
  if (failed !== own) return { kind: 'ready', src: own };
  if (fetched?.of !== own) return { kind: isPlain(own) ? 'waiting' : 'none' };
  return fetched.src === undefined ? { kind: 'none' } : { kind: 'ready', src: fetched.src };
}

function isPlain(url: string): boolean {
  return /^http:/i.test(url);
}
