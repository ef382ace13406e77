import type { Remark } from '../../signals/finding';
import { useView } from '../view-context';

/** Remarks on form, each with the value it is about. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { t } = useView();
  if (remarks.length === 0) return null;
  return (
    <ul class="remarks">
      {remarks.map(({ code, value }, index) => (
        <li key={`${index} ${code}`}>
          {t(`remark.${code}`)}
          {value !== undefined && value !== '' && (
            <>
              {' '}
              <code dir="auto">{value}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
