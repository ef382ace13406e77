import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { givenOfTransfer } from '../model/given-input';
import type { Given } from './file-inspector';

/**
 * Takes what is dropped anywhere on the page or pasted into it, so that no drop makes the browser leave the page.
 *
 * @returns whether something is being dragged over the page
 */
export function useDropAndPaste(onGiven: (given: readonly Given[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onGiven);
  latest.current = onGiven;
  // Before the page is painted: whoever sees it may drop at once, and a drop nobody takes would leave the page.
  useLayoutEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const take = (transfer: DataTransfer | null, kind: 'file' | 'pasted') => {
      const given = givenOfTransfer(transfer, kind);
      if (given.length > 0) latest.current(given);
      return given.length > 0;
    };
    const over = (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      take(event.dataTransfer, 'file');
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      if (take(event.clipboardData, 'pasted')) event.preventDefault();
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', (event) => event.relatedTarget ?? setDragging(false), { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => control.abort();
  }, []);
  return dragging;
}
