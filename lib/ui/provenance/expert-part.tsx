import type { ProvenanceGraph } from '../../c2pa/credential';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { useView } from '../view-context';

/** The raw credential, the certificates and the lists of the check, for who wants to check by themselves. */
export function ExpertPart({ graph }: { readonly graph: ProvenanceGraph }) {
  const { t } = useView();
  return (
    <Fold summary={t('history.expert')}>
      {() => (
        <div class="expert">
          <Lists graph={graph} />
          {graph.certificates.map((certificate, index) => (
            <section key={`${index} ${certificate.slice(0, 80)}`}>
              <h4>{t('history.certificate', { number: index + 1 })}</h4>
              <LongText text={certificate} mono />
            </section>
          ))}
          <section>
            <h4>{t('history.raw', { count: graph.raw.length })}</h4>
            <LongText text={graph.raw} mono />
          </section>
        </div>
      )}
    </Fold>
  );
}

/** Lists by their ids in the history. */
const LISTS = ['official', 'own', 'interim', 'timeStamps'] as const;

const isNamed = (id: string): id is (typeof LISTS)[number] => (LISTS as readonly string[]).includes(id);

function Lists({ graph: { lists } }: { readonly graph: ProvenanceGraph }) {
  const { t } = useView();
  const named = lists.map(({ id, issued }) => {
    const name = isNamed(id) ? t(`history.list.${id}`) : id;
    return issued === undefined ? name : t('history.listOf', { id: name, issued });
  });
  return (
    <section>
      <h4>{t('history.lists')}</h4>
      <p>{named.length === 0 ? t('history.noLists') : named.join(t('reportText.comma'))}</p>
    </section>
  );
}
