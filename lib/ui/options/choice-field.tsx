type Props<Choice extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly words: (choice: Choice) => string;
  readonly onChoose: (choice: Choice) => void;
};

/** One of a few: radio buttons under their question. */
export function ChoiceField<Choice extends string>(props: Props<Choice>) {
  const { name, legend, hint, value, choices, words, onChoose } = props;
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="muted small">{hint}</p>}
      {choices.map((choice) => (
        <label key={choice} class="check">
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
          {words(choice)}
        </label>
      ))}
    </fieldset>
  );
}
