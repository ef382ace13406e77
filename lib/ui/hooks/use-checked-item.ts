import { useEffect, useState } from 'preact/hooks';
import type { Inspection } from '../../inspect/inspection';
import type { PageItem } from '../../messages/page-items';
import { useView } from '../view-context';

type Checked = { readonly of: Inspection; readonly inspection: Inspection };

/**
 * An item with the signatures of its labels checked, where this view can check them; the item as it came until then.
 * Neither state nor assurance hangs on the result.
 */
export function useCheckedItem(item: PageItem): PageItem {
  const { services } = useView();
  const [checked, setChecked] = useState<Checked | undefined>(undefined);
  const of = item.inspection;
  useEffect(() => {
    if (!hasUnchecked(of)) return;
    let live = true;
    void services.checkSignatures?.(of).then(
      (inspection) => live && setChecked({ of, inspection }),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [services, of]);
  return checked?.of === of ? { ...item, inspection: checked.inspection } : item;
}

function hasUnchecked({ findings }: Inspection): boolean {
  return findings.some(({ gb }) =>
    gb?.signatures?.some(({ result }) => result.state === 'unchecked' && result.why === 'not-here'),
  );
}
