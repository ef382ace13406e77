import { labelWords } from '../../labels/label-words';
import type { PageItem } from '../../messages/page-items';
import { LabelChip } from '../components/label-chip';
import { Picture } from '../components/picture';
import type { Words } from '../i18n';
import { knownFrom } from '../model/finding-words';
import { isWords, itemName } from '../model/item-name';
import { leadingFinding, restsOn } from '../model/leading-finding';
import { useView } from '../view-context';

/** The picture, the verdict in one sentence, and one line on how it is known. */
export function ItemHeadline({ item }: { readonly item: PageItem }) {
  const { t, jurisdiction, language } = useView();
  return (
    <>
      {isWords(item) ? <WordsBox item={item} /> : <PictureBox item={item} />}
      <div class="block block-first">
        <h1 id="item-title" class="say" tabIndex={-1}>
          {labelWords(item.label, jurisdiction, language).sentence}
        </h1>
        <p class="muted">{howKnown(item, t).join(language === 'en' ? ' ' : '')}</p>
      </div>
    </>
  );
}

function PictureBox({ item }: { readonly item: PageItem }) {
  return (
    <div class="picture">
      <div class="picture-box">
        <Picture item={item} />
        <LabelChip plan={item.label} />
      </div>
    </div>
  );
}

/** A text is shown by its beginning; what it is called is its headline. */
function WordsBox({ item }: { readonly item: PageItem }) {
  const name = itemName(item);
  return (
    <div class="words">
      <LabelChip plan={item.label} />
      {name !== undefined && <bdi class="words-name">{name}</bdi>}
      <Picture item={item} />
    </div>
  );
}

function howKnown({ inspection: { verdict } }: PageItem, t: Words): readonly string[] {
  if (verdict.kind === 'credential-broken') return [t('know.broken')];
  const lead = leadingFinding(verdict);
  if (lead === undefined) return [];
  const more = restsOn(verdict).length - 1;
  return [knownFrom(lead, t), ...(more > 0 ? [t('know.more', { count: more })] : [])];
}
