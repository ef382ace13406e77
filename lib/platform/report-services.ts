import type { UiServices } from '../ui/services';
import { send } from './messenger';

/** What the report view may ask of the world. */
type ReportServices = Pick<UiServices, 'hashMedia'>;

/**
 * The services of the report view, on top of the extension API.
 *
 * @param tabId the tab whose page is reported on; `undefined` where it is gone
 */
export function createReportServices(tabId: () => Promise<number | undefined>): ReportServices {
  return {
    async hashMedia(url) {
      const id = await tabId();
      return id === undefined ? { failure: 'gone' } : send('media.hash', { url, tabId: id });
    },
  };
}
