import type { Corner } from '../../settings/settings';
import { useView } from '../view-context';

type Props = {
  readonly value: Corner;
  readonly choices: readonly Corner[];
  readonly onChoose: (corner: Corner) => void;
};

/** Where labels stand, chosen on a small picture: each corner is a radio button in its own place. */
export function CornerField({ value, choices, onChoose }: Props) {
  const { t } = useView();
  return (
    <fieldset class="field">
      <legend>{t('settings.corner')}</legend>
      <div class="corners">
        {choices.map((corner) => (
          <label key={corner} class={`corner corner-${corner}`}>
            <input type="radio" name="corner" checked={corner === value} onChange={() => onChoose(corner)} />
            <span class="corner-words">{t(`settings.corner.${corner}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
