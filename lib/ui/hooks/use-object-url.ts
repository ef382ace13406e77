import { useEffect, useState } from 'preact/hooks';

/** An address for a file in memory, for as long as the view that shows it stands; `undefined` until it is made. */
export function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = blob === undefined ? undefined : URL.createObjectURL(blob);
    setUrl(made);
    return () => made !== undefined && URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
