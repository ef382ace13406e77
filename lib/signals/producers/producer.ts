import type { FileText } from '../../bytes/file-text';

/** The 27-character provider code of TC260-PG-20252A, split into its fields. */
export type ProviderCode = {
  readonly format: string;
  readonly subjectType: string;
  readonly bindingType: string;
  /** 18-character unified social credit code (GB 32100-2015). */
  readonly uscc: string;
  /** `1` generation, `2` dissemination, `0` unused. */
  readonly service: string;
  readonly model: string;
  /** Whether the USCC's check digit is right. */
  readonly checkDigit: 'passes' | 'fails';
};

/** Who ContentProducer or ContentPropagator names. */
export type Producer = {
  readonly raw: FileText;
  readonly code?: ProviderCode;
  /** Row of `assets/rules/producers.json` that names the company, where there is one. */
  readonly company?: {
    readonly id: string;
    readonly name: { readonly 'zh-CN': string; readonly en: string };
    readonly products: readonly string[];
    readonly source: string;
    readonly checkedAt: string;
  };
};
