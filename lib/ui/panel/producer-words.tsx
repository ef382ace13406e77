import type { Producer } from '../../signals/producers/producer';
import { Copyable } from '../components/copyable';
import { Tag } from '../components/tag';
import { useView } from '../view-context';

/** Who a label names: the company and its products, or the value as found; and whether the code holds together. */
export function ProducerWords({ producer }: { readonly producer: Producer }) {
  const { t, language } = useView();
  const { company, code, raw } = producer;
  return (
    <>
      {company === undefined ? t('item.unlistedProducer') : company.name[language]}
      {company !== undefined && <Products names={company.products} />}
      {code !== undefined && ' '}
      {code !== undefined && (
        <Tag strong={code.checkDigit === 'fails'}>{t(`code.checkDigit.${code.checkDigit}`)}</Tag>
      )}
      <br />
      <Copyable value={raw} />
    </>
  );
}

function Products({ names }: { readonly names: readonly string[] }) {
  const { language } = useView();
  if (names.length === 0) return null;
  return language === 'en' ? <> ({names.join(', ')})</> : <>（{names.join('、')}）</>;
}
