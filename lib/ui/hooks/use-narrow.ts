import { useEffect, useState } from 'preact/hooks';

/** Below this width a graph drawn from left to right shows less than one step and a half. */
const NARROW = '(width < 700px)';

/** Whether the view is narrow, followed while it stands. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const follow = () => setNarrow(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return narrow;
}
