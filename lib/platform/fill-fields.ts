import type { FilledField } from '../reports/channels/form-fields';

/**
 * Sent into the page as source text, so it stands for itself. Frameworks hear of a value by its events, and only where
 * it was set past their own setter.
 */
export function fillFields(origin: string, fields: readonly FilledField[]): number {
  if (location.origin !== origin) return 0;
  const fill = ({ selector, value }: FilledField): boolean => {
    const field = document.querySelector(selector);
    const kinds = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
    const kind = kinds.find((one) => field instanceof one);
    if (field === null || kind === undefined) return false;
    if (field instanceof HTMLInputElement && /^(?:file|hidden|password|submit)$/.test(field.type))
      return false;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    return true;
  };
  return fields.filter((one) => {
    try {
      return fill(one);
    } catch {
      return false;
    }
  }).length;
}
