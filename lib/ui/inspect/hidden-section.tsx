import type { HiddenCharacters } from '../../inspect/hidden-characters';
import { Fact, Facts } from '../components/facts';
import { LongText } from '../components/long-text';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

/** Characters of a selected text that are not seen: what they are, how many, where. No evidence of anything. */
export function HiddenSection({ file }: { readonly file: GivenFile }) {
  const { t } = useView();
  const { hidden } = file.reading;
  if (hidden === undefined) return null;
  return (
    <section class="block hidden-characters" aria-labelledby="hidden-title">
      <h2 id="hidden-title">{t('inspect.hidden')}</h2>
      {hidden.length === 0 && <p>{t('inspect.hidden.none')}</p>}
      {hidden.length > 0 && (
        <Facts>
          {hidden.map((one) => (
            <Fact key={one.kind} name={t(`inspect.hidden.${one.kind}`)}>
              <Kind hidden={one} />
            </Fact>
          ))}
        </Facts>
      )}
      {hidden.length > 0 && <p class="muted">{t('inspect.hidden.noEvidence')}</p>}
    </section>
  );
}

/** Unicode's own way to write a code point. */
const codeWords = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

function Kind({ hidden: { count, usual, codes, at, spells } }: { readonly hidden: HiddenCharacters }) {
  const { t } = useView();
  const places = at.length < count ? 'inspect.hidden.atFirst' : 'inspect.hidden.at';
  return (
    <>
      <ul class="plain">
        <li>{t('inspect.hidden.count', { count })}</li>
        <li class="mono">{codes.map((one) => `${codeWords(one.code)} × ${one.count}`).join(', ')}</li>
        <li class="muted small">{t(places, { at: at.join(', ') })}</li>
        {usual > 0 && <li class="muted small">{t('inspect.hidden.usual', { count: usual })}</li>}
        {spells !== undefined && <li class="muted small">{t('inspect.hidden.spells')}</li>}
      </ul>
      {spells !== undefined && <LongText text={spells} mono />}
    </>
  );
}
