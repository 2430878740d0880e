/** The people of the matrix, in the order of its columns. `outsider` was a member of the closed community once, and has kept what one keeps. */
export const columns = ['nobody', 'employee', 'outsider', 'member', 'animator', 'executive', 'hr', 'moderator', 'it', 'delegate', 'council', 'leaver'] as const;
export type Column = (typeof columns)[number];

/**
 * What comes of a request: `yes` (an answer, or done), `inside` (an answer that holds words of the closed or the secret community), `empty` (an empty list, false or 0),
 * `null` (as for what does not exist), or the code of a refusal.
 */
export type Outcome = string;

export type Outcomes = Record<Column, Outcome>;

/** Who gets what; `others` are those with a session who are not named. Whoever has none is refused as `UNAUTHENTICATED`, unless `anybody` says otherwise. */
export type Expected = Partial<Record<Column | 'insiders' | 'others' | 'anybody', Outcome>>;

const insiders: readonly Column[] = ['member', 'animator'];
const withoutSession: readonly Column[] = ['nobody', 'leaver'];

export function outcomesOf(expected: Expected): Outcomes {
  const of = (column: Column): Outcome => {
    const own = expected[column];
    if (own) return own;
    if (insiders.includes(column) && expected.insiders) return expected.insiders;
    if (withoutSession.includes(column)) return expected.anybody ?? 'UNAUTHENTICATED';
    const rest = expected.others ?? expected.anybody;
    if (!rest) throw new Error(`Nothing is expected for ${column} in ${JSON.stringify(expected)}.`);
    return rest;
  };
  return Object.fromEntries(columns.map((column) => [column, of(column)])) as Outcomes;
}

type Arguments = Record<string, unknown>;

/** A field on the way into the answer. */
export interface Step {
  field: string;
  args: Arguments;
}

/** A field of the schema: the steps from the root to it; what the last one answers is judged. */
export interface FieldRow {
  kind: 'query' | 'mutation';
  /** `Query.post`, `Mutation.editPost`, `Community.members`. */
  name: string;
  steps: Step[];
  expected: Expected;
}

/** A topic of sockets: `post`. */
export interface TopicRow {
  kind: 'topic';
  name: string;
  topic: string;
  expected: Expected;
}

/** A route: `GET /media/:id/:variant`. */
export interface RouteRow {
  kind: 'route';
  name: string;
  path: string;
  init: RequestInit;
  expected: Expected;
}

export type Row = FieldRow | TopicRow | RouteRow;

/** `at`: fields from the answer on to what is judged, where that is not the whole of it. */
export const query = (field: string, args: Arguments, expected: Expected, ...at: string[]): FieldRow => ({
  kind: 'query', name: `Query.${field}`, steps: [{ field, args }, ...at.map((one) => ({ field: one, args: {} }))], expected,
});

export const mutation = (field: string, args: Arguments, expected: Expected): FieldRow => ({ kind: 'mutation', name: `Mutation.${field}`, steps: [{ field, args }], expected });

/** The same, with everything in one `input`. */
export const command = (field: string, input: Arguments, expected: Expected): FieldRow => mutation(field, { input }, expected);

/** A field of a type that has arguments: `way` leads there, each step a name or a name with its arguments. */
export const field = (name: `${string}.${string}`, way: readonly (string | [string, Arguments])[], args: Arguments, expected: Expected, ...at: string[]): FieldRow => ({
  kind: 'query',
  name,
  steps: [
    ...way.map((one) => (typeof one === 'string' ? { field: one, args: {} } : { field: one[0], args: one[1] })),
    { field: name.slice(name.indexOf('.') + 1), args },
    ...at.map((one) => ({ field: one, args: {} })),
  ],
  expected,
});

export const topic = (name: string, id: string | null, expected: Expected): TopicRow => ({ kind: 'topic', name, topic: id ? `${name}:${id}` : name, expected });

export const route = (name: string, path: string, expected: Expected, init: RequestInit = {}): RouteRow => ({ kind: 'route', name, path, init: { method: name.slice(0, name.indexOf(' ')).replace('ALL', 'GET'), ...init }, expected });
