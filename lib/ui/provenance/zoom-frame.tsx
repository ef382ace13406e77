import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useView } from '../view-context';

/** Zoom in percent: small enough to see a large graph at once, large enough to read from afar. */
const MIN_ZOOM = 30;
const MAX_ZOOM = 200;
const ZOOM_STEP = 10;
const FULL = 100;

/** A frame whose content is zoomed by buttons or by the wheel with Ctrl, and fitted to the frame. */
export function ZoomFrame({ children }: { readonly children: ComponentChildren }) {
  const { t } = useView();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(FULL);
  const by = (step: number) => setZoom((now) => bounded(now + step));
  useCtrlWheel(frame, by);
  const fit = () => setZoom((now) => fitting(frame.current, now));
  return (
    <div class="zoom">
      <div class="zoom-tools">
        <button type="button" class="link" disabled={zoom <= MIN_ZOOM} onClick={() => by(-ZOOM_STEP)}>
          {t('zoom.out')}
        </button>
        <button type="button" class="link" disabled={zoom >= MAX_ZOOM} onClick={() => by(ZOOM_STEP)}>
          {t('zoom.in')}
        </button>
        <button type="button" class="link" onClick={fit}>
          {t('zoom.fit')}
        </button>
        <output class="muted small">{t('zoom.now', { percent: zoom })}</output>
      </div>
      <section class="zoom-frame" ref={frame} aria-label={t('zoom.area')}>
        <div class="zoom-content" style={{ zoom: zoom / FULL }}>
          {children}
        </div>
      </section>
    </div>
  );
}

const bounded = (zoom: number) => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** The zoom at which all of the content's width is seen. */
function fitting(frame: HTMLElement | null, now: number): number {
  if (frame === null || frame.scrollWidth === 0) return now;
  const wanted = (now * frame.clientWidth) / frame.scrollWidth;
  return bounded(Math.min(FULL, Math.floor(wanted / ZOOM_STEP) * ZOOM_STEP));
}

/** The wheel with Ctrl zooms the graph instead of the page; the listener must be active to say so. */
function useCtrlWheel(frame: { readonly current: HTMLElement | null }, by: (step: number) => void): void {
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      by(event.deltaY < 0 ? ZOOM_STEP : -ZOOM_STEP);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });
}
