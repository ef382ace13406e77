import type { ProviderCode } from '../../signals/producers/producer';
import type { Words } from '../i18n';

/** One field of a provider code: its name, its characters and what they stand for, where that is known. */
export type CodeField = { readonly name: string; readonly value: string; readonly means?: string };

/** The fields of a provider code in the order they stand in it (TC260-PG-20252A). */
export function providerCodeFields(code: ProviderCode, t: Words): readonly CodeField[] {
  return [
    { name: t('code.format'), value: code.format },
    {
      name: t('code.subject'),
      value: code.subjectType,
      ...known(code.subjectType, t('code.subject.organisation')),
    },
    { name: t('code.binding'), value: code.bindingType, ...known(code.bindingType, t('code.binding.uscc')) },
    { name: t('code.uscc'), value: code.uscc },
    { name: t('code.service'), value: code.service, ...service(code.service, t) },
    { name: t('code.model'), value: code.model },
  ];
}

/** Only the value `1` of both type codes is established; others are shown without a meaning. */
function known(value: string, means: string): { readonly means?: string } {
  return value === '1' ? { means } : {};
}

function service(value: string, t: Words): { readonly means?: string } {
  return value === '0' || value === '1' || value === '2' ? { means: t(`code.service.${value}`) } : {};
}
