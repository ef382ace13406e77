import type { Localized } from './localized';
import type { Sourced } from './sourced';

/** What the interface of a service gives. */
export const SERVICE_MAKES = ['text', 'pictures', 'text-and-pictures', 'music'] as const;
export type ServiceMakes = (typeof SERVICE_MAKES)[number];

/** A site whose interface is a generative AI service: `assets/rules/ai-services.json`. */
export type AiServiceRow = Sourced & {
  readonly id: string;
  readonly name: Localized;
  readonly operator: Localized;
  /** Names of its sites; each stands for itself and all below it. */
  readonly hosts: readonly [string, ...string[]];
  readonly makes: ServiceMakes;
};

export type AiServiceTable = readonly AiServiceRow[];
