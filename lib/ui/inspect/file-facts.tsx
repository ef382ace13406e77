import { Copyable } from '../components/copyable';
import { Fact, Facts } from '../components/facts';
import { byteSize } from '../model/byte-size';
import { hostOf } from '../model/given-input';
import { useView } from '../view-context';
import type { GivenFile } from './use-files';

/** What the file is, apart from what it says: size, type, hash, where it came from. */
export function FileFacts({ file }: { readonly file: GivenFile }) {
  const { t } = useView();
  const { given, reading } = file;
  const { size, mime, inspection } = reading;
  return (
    <section class="block" aria-labelledby="file-facts">
      <h2 id="file-facts" class="visually-hidden">
        {t('inspect.fileFacts')}
      </h2>
      <Facts>
        {given.kind === 'url' && (
          <Fact name={t('inspect.from')}>
            <bdi>{hostOf(given.url)}</bdi> <Copyable value={given.url} chars={48} />
          </Fact>
        )}
        {size !== undefined && (
          <Fact name={t('inspect.size')}>
            {t('inspect.sizeBytes', { size: byteSize(size), bytes: size })}
          </Fact>
        )}
        {inspection !== undefined && (
          <Fact name={t('inspect.container')}>
            {inspection.container === 'unknown' ? t('readState.unsupported') : inspection.container}
          </Fact>
        )}
        {mime !== undefined && mime !== '' && (
          <Fact name={t('inspect.mime')}>
            <bdi>{mime}</bdi>
          </Fact>
        )}
        <Fact name="SHA-256">
          <Hash reading={reading} />
        </Fact>
      </Facts>
    </section>
  );
}

function Hash({ reading: { sha256, noHash } }: Pick<GivenFile, 'reading'>) {
  const { t } = useView();
  if (sha256 !== undefined) return <Copyable value={sha256} chars={40} />;
  return (
    <span class="muted">{t(noHash === undefined ? 'inspect.hashing' : `inspect.noHash.${noHash}`)}</span>
  );
}
