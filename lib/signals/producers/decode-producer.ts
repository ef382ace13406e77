import type { FileText } from '../../bytes/file-text';
import type { ProducerRow, ProducerTable } from '../../rules/producer-row';
import type { Remark } from '../finding';
import type { Producer, ProviderCode } from './producer';
import { looksLikeCode, splitProviderCode } from './provider-code';
import { USCC_FORM } from './uscc';

/**
 * Who a ContentProducer or ContentPropagator names (GB 45438-2025 Annex E d, g): a provider code, split and
 * checked (TC260-PG-20252A), or a name. The company comes from the table, by USCC, else by the whole value
 * case-folded; never by a part of it.
 *
 * @param raw the value as it stands in the file
 */
export function decodeProducer(raw: FileText, table: ProducerTable): Producer {
  const value = raw.trim();
  const code = splitProviderCode(value);
  const row = table.find((one) => names(one, value, code));
  return { raw, ...(code && { code }), ...(row && { company: companyOf(row) }) };
}

function names(row: ProducerRow, value: string, code: ProviderCode | undefined): boolean {
  if (code !== undefined) return row.usccs.includes(code.uscc);
  if (USCC_FORM.test(value)) return row.usccs.includes(value);
  const folded = value.toLowerCase();
  return row.names.some((name) => name.toLowerCase() === folded);
}

function companyOf({ id, name, products, source, checkedAt }: ProducerRow): NonNullable<Producer['company']> {
  return { id, name, products, source, checkedAt };
}

/**
 * What is to be said about a producer as written: a check digit that fails (the code contradicts itself), a
 * code that is not well-formed, a producer the table does not know. At most one; an empty value gives none.
 */
export function producerRemarks(producer: Producer): readonly Remark[] {
  const value = producer.raw.trim();
  if (value === '') return [];
  if (producer.code?.checkDigit === 'fails') return [{ code: 'producer-check-digit', value: producer.raw }];
  if (producer.code === undefined && looksLikeCode(value))
    return [{ code: 'producer-format', value: producer.raw }];
  return producer.company === undefined ? [{ code: 'producer-unlisted', value: producer.raw }] : [];
}
