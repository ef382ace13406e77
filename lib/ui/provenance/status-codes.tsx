import type { StatusCode } from '../../c2pa/credential';
import { Fold } from '../components/fold';
import { codeWords } from '../model/c2pa-words';
import { useView } from '../view-context';

/** The verifier's status codes (C2PA 2.5 §15.2) for experts, each with what it means. */
export function StatusCodes({ codes }: { readonly codes: readonly StatusCode[] }) {
  const { t } = useView();
  if (codes.length === 0) return null;
  return (
    <Fold summary={t('history.codes', { count: codes.length })}>
      {() => (
        <ul class="plain status-codes">
          {codes.map((code, index) => (
            <Code key={`${index} ${code.code}`} code={code} />
          ))}
        </ul>
      )}
    </Fold>
  );
}

function Code({ code: { code, kind, explanation, url } }: { readonly code: StatusCode }) {
  const { t } = useView();
  const words = codeWords(code, t);
  return (
    <li>
      <p>
        {t(`history.codeKind.${kind}`)} <code>{code}</code>
      </p>
      {words !== undefined && <p>{words}</p>}
      {explanation !== undefined && (
        <p class="muted small">
          <bdi>{explanation}</bdi>
        </p>
      )}
      {url !== undefined && (
        <p class="muted small">
          <code>{url}</code>
        </p>
      )}
    </li>
  );
}
