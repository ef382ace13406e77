import { useView } from '../view-context';
import type { FileInspector } from './file-inspector';
import type { Files, GivenFile } from './use-files';

type Props = {
  readonly file: GivenFile;
  readonly files: Files;
  readonly inspector: FileInspector;
};

/** What a picture's pixels may carry: looked into by a click, since it takes the whole picture. */
export function PixelsSection({ file, files, inspector }: Props) {
  const { t, announce } = useView();
  const { reading, done } = file;
  if (reading.pixels === undefined) return null;
  const checking = !done || reading.inspection?.credential?.kind === 'checking';
  const look = () =>
    inspector
      .lookIntoPixels(reading, (next) => files.update(file.id, { reading: next }))
      .catch(() => announce('common.failed'));
  return (
    <section class="block pixels" aria-labelledby="pixels-title" data-step={reading.pixels}>
      <h2 id="pixels-title">{t('inspect.pixels')}</h2>
      <Words reading={reading} />
      {reading.pixels === 'offered' && (
        <button type="button" class="button" disabled={checking} onClick={look}>
          {t('inspect.pixels.look')}
        </button>
      )}
    </section>
  );
}

/** Nothing found says what was looked for, and no more than that. */
function Words({ reading: { pixels = 'offered', inspection } }: Pick<GivenFile, 'reading'>) {
  const { t } = useView();
  const why = inspection?.pixels ?? 'unsupported';
  if (pixels !== 'failed') return <p>{t(`inspect.pixels.${pixels}`)}</p>;
  return (
    <p>
      {t('inspect.pixels.failed', { why: t(why === 'decoded' ? 'readState.internal' : `readState.${why}`) })}
    </p>
  );
}
