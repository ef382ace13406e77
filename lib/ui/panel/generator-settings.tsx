import type { GeneratorParameters } from '../../signals/generator-parameters';
import { Fact, Facts } from '../components/facts';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { generatorRows } from '../model/generator-rows';
import { useView } from '../view-context';

/** What a generator wrote about how it made the file, readable: prompt, model, seed …, the rest behind folds. */
export function GeneratorSettings({ generator }: { readonly generator: GeneratorParameters }) {
  const { t } = useView();
  const { others = [], workflow } = generator;
  return (
    <>
      <Facts>
        {generatorRows(generator, t).map(({ name, value }) => (
          <Fact key={name} name={name}>
            <LongText text={value} copyable={value.length > 60} />
          </Fact>
        ))}
      </Facts>
      {others.length > 0 && (
        <Fold summary={t('gen.others', { count: others.length })}>{() => <Others others={others} />}</Fold>
      )}
      {workflow !== undefined && (
        <Fold summary={t('gen.workflow', { count: workflow.length })}>
          {() => <LongText text={workflow} mono />}
        </Fold>
      )}
    </>
  );
}

function Others({ others }: { readonly others: GeneratorParameters['others'] & object }) {
  return (
    <Facts>
      {others.map(({ name, value }, index) => (
        <Fact key={`${index} ${name}`} name={name}>
          <LongText text={value} copyable={false} />
        </Fact>
      ))}
    </Facts>
  );
}
