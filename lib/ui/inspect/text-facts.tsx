import { Copyable } from '../components/copyable';
import { Fact, Facts } from '../components/facts';
import { LongText } from '../components/long-text';
import { hostOf } from '../model/given-input';
import { useView } from '../view-context';
import type { Given } from './file-inspector';

/** A selected text as it was taken over, and where from. */
export function TextFacts({ given }: { readonly given: Extract<Given, { kind: 'text' }> }) {
  const { t } = useView();
  const { text, page } = given;
  return (
    <section class="block" aria-labelledby="text-facts">
      <h2 id="text-facts">{t('inspect.text')}</h2>
      <LongText text={text} />
      <Facts>
        {page !== undefined && (
          <Fact name={t('inspect.from')}>
            <bdi>{hostOf(page)}</bdi> <Copyable value={page} chars={48} />
          </Fact>
        )}
        <Fact name={t('inspect.text.length')}>{t('inspect.text.chars', { count: [...text].length })}</Fact>
      </Facts>
      <p class="muted">{t('inspect.text.looked')}</p>
    </section>
  );
}
