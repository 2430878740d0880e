/** What every field shows around its control. Handed on to Field as `{ ...field }`: the rest of the props is one object for ever, in which Vue would see no change. */
export interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  /** Keeps the label for assistive technology where the place already says it in sight. */
  labelHidden?: boolean;
}
