import { useState } from 'preact/hooks';
import { Copyable } from '../components/copyable';
import { Tag } from '../components/tag';
import { useView } from '../view-context';
import { TextIntake } from './text-intake';
import type { Added, Anchor, AnchorFault } from './trust-desk';
import type { Trust } from './use-trust';

/** The person's own anchors: what each covers, adding several at once, removing. */
export function OwnAnchors({ trust }: { readonly trust: Trust }) {
  const { t, announce } = useView();
  const [faults, setFaults] = useState<readonly AnchorFault[]>([]);
  const add = async (texts: readonly string[]) => {
    const all: Added[] = [];
    for (const text of texts) {
      const added = await trust.change((desk) => desk.addAnchors(text));
      if (added !== undefined) all.push(added);
    }
    const count = all.reduce((sum, one) => sum + one.count, 0);
    setFaults(all.flatMap((one) => one.faults));
    announce('trust.anchorsAdded', { count });
    return count > 0;
  };
  return (
    <section class="own-anchors" aria-labelledby="anchors-title">
      <h3 id="anchors-title">{t('trust.own')}</h3>
      <p class="muted small">{t('trust.ownHint')}</p>
      <AnchorList trust={trust} />
      <TextIntake id="anchors" label={t('trust.addAnchors')} onTexts={add} />
      <div class="error small" role="alert">
        {faults.map(({ why, index }) => (
          <p key={`${why} ${index}`}>
            {index === undefined
              ? t(`trust.fault.${why}`)
              : t('trust.faultAt', { index, fault: t(`trust.fault.${why}`) })}
          </p>
        ))}
      </div>
    </section>
  );
}

function AnchorList({ trust }: { readonly trust: Trust }) {
  const { t, announce } = useView();
  const { anchors } = trust.state;
  if (anchors.length === 0) return <p class="muted">{t('trust.noAnchors')}</p>;
  const remove = async ({ fingerprint }: Anchor) => {
    await trust.change((desk) => desk.removeAnchor(fingerprint));
    announce('trust.anchorRemoved');
  };
  return (
    <ul class="plain anchors">
      {anchors.map((anchor) => (
        <AnchorRow key={anchor.fingerprint} anchor={anchor} onRemove={() => remove(anchor)} />
      ))}
    </ul>
  );
}

function AnchorRow({ anchor, onRemove }: { readonly anchor: Anchor; readonly onRemove: () => void }) {
  const { t, language } = useView();
  const { subject, organization, validTo, fingerprint, authority } = anchor;
  const until = new Date(validTo).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <li class="anchor">
      <span class="anchor-words">
        <span>
          <bdi>{subject}</bdi>
          {organization !== undefined && (
            <span class="muted">
              {' · '}
              <bdi>{organization}</bdi>
            </span>
          )}{' '}
          <Tag>{t(authority ? 'trust.coversUnder' : 'trust.coversOne')}</Tag>
        </span>
        <span class="muted small">{t('trust.validTo', { until })}</span>
        <span class="small">
          SHA-256 <Copyable value={fingerprint} chars={32} />
        </span>
      </span>
      <button
        type="button"
        class="link"
        aria-label={t('settings.removeSite', { site: subject })}
        onClick={onRemove}
      >
        {t('settings.remove')}
      </button>
    </li>
  );
}
