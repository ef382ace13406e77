import { useEffect, useState } from 'preact/hooks';
import { type CheckedPart, type OpenedPackage, openPackage } from '../../reports/package/open-package';
import { MAX_ZIP_BYTES } from '../../reports/package/package-manifest';
import { textOfReport } from '../../reports/text-of-report';
import { LongText } from '../components/long-text';
import { Tag } from '../components/tag';
import { byteSize } from '../model/byte-size';
import { useView } from '../view-context';

/** A saved evidence package: every hash in it checked again, its report shown as text. Nothing for any other ZIP. */
export function PackageSection({ blob }: { readonly blob: Blob }) {
  const { t, language } = useView();
  const opened = usePackage(blob);
  if (opened === undefined) return null;
  const { manifest, parts, report } = opened;
  const wrong = parts.filter(({ state }) => state !== 'same').length;
  return (
    <section class="block package" aria-labelledby="package-title">
      <h2 id="package-title">{t('package.title')}</h2>
      <p class={wrong === 0 ? undefined : 'package-wrong'}>
        {wrong === 0 ? t('package.whole', { count: parts.length }) : t('package.notWhole', { count: wrong })}
      </p>
      <p class="muted small">{t('package.limits')}</p>
      <p class="small">{t('package.made', { program: manifest.program, time: manifest.createdAt })}</p>
      <ul class="plain package-parts">
        {parts.map((part, index) => (
          <Part key={`${index} ${part.name}`} part={part} />
        ))}
      </ul>
      <h3>{t('package.report')}</h3>
      {report === undefined ? (
        <p class="muted">{t('package.noReport')}</p>
      ) : (
        <LongText text={textOfReport(report, language)} />
      )}
    </section>
  );
}

function Part({ part: { name, state, listed } }: { readonly part: CheckedPart }) {
  const { t } = useView();
  return (
    <li class="package-part">
      <bdi class="mono">{name}</bdi>{' '}
      {listed !== undefined && (
        <span class="muted small">
          {t(`evidenceFile.${listed.kind}`)} · {byteSize(listed.size)}
        </span>
      )}{' '}
      <Tag strong={state !== 'same'}>{t(`package.state.${state}`)}</Tag>
    </li>
  );
}

/** The package in a file; `undefined` while it is read, and for what is none. */
function usePackage(blob: Blob): OpenedPackage | undefined {
  const [opened, setOpened] = useState<OpenedPackage | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    setOpened(undefined);
    void open(blob).then((found) => gone || setOpened(found));
    return () => {
      gone = true;
    };
  }, [blob]);
  return opened;
}

async function open(blob: Blob): Promise<OpenedPackage | undefined> {
  if (blob.size > MAX_ZIP_BYTES) return undefined;
  const bytes = await blob.arrayBuffer().catch(() => undefined);
  const opened = bytes === undefined ? undefined : await openPackage(new Uint8Array(bytes));
  return opened === undefined || 'fault' in opened ? undefined : opened;
}
