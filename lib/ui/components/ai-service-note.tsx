import { aiServiceOf } from '../../rules/ai-services';
import { useView } from '../view-context';

/** On the site of a generative AI service: that its interface gives what AI made, whatever is labelled on the page. */
export function AiServiceNote({ url }: { readonly url: string }) {
  const { t, language } = useView();
  const service = aiServiceOf(url);
  if (service === undefined) return null;
  return (
    <aside class="service-note">
      <p>
        <strong>
          {t('page.aiService', { name: service.name[language], operator: service.operator[language] })}
        </strong>
      </p>
      <p class="muted small">{t(`page.aiService.${service.makes}`)}</p>
    </aside>
  );
}
