import type { MediaHash } from '../../messages/media-hash';
import type { PageItem } from '../../messages/page-items';
import { Copyable } from '../components/copyable';
import type { Words } from '../i18n';
import { byteSize } from '../model/byte-size';
import { useView } from '../view-context';
import type { FieldProps } from './field-props';
import type { HashState } from './use-report-edits';

type Props = FieldProps & { readonly item: PageItem };

/** The file's SHA-256, fetched when asked for; a failure is said with its reason. */
export function HashField({ item, edit, change }: Props) {
  const { t, services } = useView();
  const { hash } = edit;
  const run = async () => {
    change({ hash: { kind: 'running' } });
    const failed: MediaHash = { failure: 'network-failed' };
    change({ hash: { kind: 'done', hash: await services.hashMedia(item.mediaUrl).catch(() => failed) } });
  };
  return (
    <div class="block field">
      <button type="button" class="button" disabled={hash.kind === 'running'} onClick={run}>
        {t(hash.kind === 'done' ? 'report.hashAgain' : 'report.hash')}
      </button>
      <p class="muted small" role="status">
        {hashWords(hash, t)}{' '}
        {hash.kind === 'done' && 'sha256' in hash.hash && <Copyable value={hash.hash.sha256} />}
      </p>
    </div>
  );
}

function hashWords(state: HashState, t: Words): string {
  if (state.kind === 'none') return t('report.hashNote');
  if (state.kind === 'running') return t('report.hashing');
  const { hash } = state;
  return 'failure' in hash
    ? t('report.hashFailed', { reason: t(`notChecked.${hash.failure}`) })
    : t('report.hashed', { size: byteSize(hash.bytes) });
}
