/** What an entry of the log tells, as far as the page shows it. */
export interface Told {
  token: string;
  name: string;
  /** UUID of the person concerned; null: none is. */
  personId: string | null;
  fields: string[];
  roles: string[];
  added: number;
  removed: number;
}

/** Of the line of an entry; what is not there is empty. */
export function toldIn(line: string): Told {
  const { details } = JSON.parse(line) as { details: Record<string, unknown> };
  const text = (name: string): string => (typeof details[name] === 'string' ? details[name] : '');
  const number = (name: string): number => (typeof details[name] === 'number' ? details[name] : 0);
  const texts = (name: string): string[] => (Array.isArray(details[name]) ? details[name].filter((one) => typeof one === 'string') : []);
  return {
    token: text('token'),
    name: text('name') || text('address'),
    personId: text('person') || text('known') || null,
    fields: texts('fields'),
    roles: texts('roles'),
    added: number('added'),
    removed: number('removed'),
  };
}

/** The key of the sentence of an action: `provisioning.user-left` is `userLeft`. */
export const sentenceOf = (action: string): string => action.replace(/^provisioning\./, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
