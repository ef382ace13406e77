import { useState } from 'preact/hooks';
import { type Compared, compareFiles } from '../model/compare-files';
import { filePreview } from '../model/file-preview';
import { givenName } from '../model/given-file';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

/** Two files side by side; what differs is marked by a sign and in words. */
export function CompareView({ files }: { readonly files: readonly GivenFile[] }) {
  const { t } = useView();
  const [left, setLeft] = useState(files[1]?.id ?? '');
  const [right, setRight] = useState(files[0]?.id ?? '');
  const [a, b] = [left, right].map((id) => files.find((file) => file.id === id) ?? files[0]);
  if (a === undefined || b === undefined) return null;
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{t('inspect.compareTitle')}</h2>
      <div class="compare-choice">
        <Side id="left" label={t('inspect.left')} files={files} value={a.id} onChoose={setLeft} />
        <Side id="right" label={t('inspect.right')} files={files} value={b.id} onChoose={setRight} />
      </div>
      <Differences left={a} right={b} />
    </section>
  );
}

type SideProps = {
  readonly id: string;
  readonly label: string;
  readonly files: readonly GivenFile[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
};

function Side({ id, label, files, value, onChoose }: SideProps) {
  const file = files.find((one) => one.id === value);
  const picture = file && filePreview(file.reading);
  return (
    <p>
      <label for={`compare-${id}`}>{label}</label>
      <select id={`compare-${id}`} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {files.map((file) => (
          <option key={file.id} value={file.id}>
            {givenName(file)}
          </option>
        ))}
      </select>
      {picture !== undefined && (
        <img class="compare-picture" src={picture} alt={file === undefined ? '' : givenName(file)} />
      )}
    </p>
  );
}

function Differences({ left, right }: { readonly left: GivenFile; readonly right: GivenFile }) {
  const view = useView();
  const { t } = view;
  const rows = compareFiles(left, right, view);
  const differing = rows.filter(({ same }) => !same).length;
  return (
    <>
      <p>{differing === 0 ? t('inspect.allSame') : t('inspect.differing', { count: differing })}</p>
      <table class="compare-table">
        <thead>
          <tr>
            <td />
            <th scope="col">
              <bdi>{givenName(left)}</bdi>
            </th>
            <th scope="col">
              <bdi>{givenName(right)}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} names={[givenName(left), givenName(right)]} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = { readonly row: Compared; readonly names: readonly [string, string] };

function Row({ row: { name, left, right, same }, names }: RowProps) {
  const { t } = useView();
  return (
    <tr class={same ? undefined : 'differs'}>
      <th scope="row">
        {name}
        <span class="compare-mark">
          <span aria-hidden="true">{same ? '＝' : '≠'}</span> {t(same ? 'inspect.same' : 'inspect.differs')}
        </span>
      </th>
      <Value value={left} file={names[0]} />
      <Value value={right} file={names[1]} />
    </tr>
  );
}

/** `data-file` names the side where the columns stand below one another. */
function Value({ value, file }: { readonly value: string; readonly file: string }) {
  const { t } = useView();
  return (
    <td dir="auto" data-file={file} class={value === '' ? 'muted' : undefined}>
      {value === '' ? t('inspect.missing') : value}
    </td>
  );
}
