/**
 * An expected refusal. `code` is stable and has a sentence in French and in English (`errors.<CODE>` in a web locale);
 * `params` fill the sentence; `field` names the input that is at fault.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;

  constructor(code: string, params: Record<string, string | number> = {}, field?: string) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
    this.field = field;
  }
}
