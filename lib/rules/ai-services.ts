import services from '../../assets/rules/ai-services.json';
import type { AiServiceRow, AiServiceTable } from './ai-service-row';
import { isHostOf } from './hosts';

/** All services, in file order. */
export const AI_SERVICES = services as unknown as AiServiceTable;

/**
 * The generative AI service whose interface a page is.
 *
 * @param url address of the page
 * @returns `undefined` for all other pages, and for services this build does not know
 */
export function aiServiceOf(url: string): AiServiceRow | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return AI_SERVICES.find(({ hosts }) => isHostOf(hostname, hosts));
}
