import seal from '../../../assets/icons/seal.svg';
import { useView } from '../view-context';

/** The product's mark and name, as page headers begin. The seal says who speaks; it never stands on labels. */
export function Brand() {
  const { t } = useView();
  return (
    <p class="brand">
      <img src={seal} alt="" width="26" height="26" />
      <b>{t('app.name')}</b>
    </p>
  );
}
