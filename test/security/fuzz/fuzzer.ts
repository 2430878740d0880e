import { operationCost, queryLimits } from '@parvis/platform/server';
import fc from 'fast-check';
import { parse } from 'graphql';
import { canary, holdsCanary, sent } from '../access-matrix/observe.ts';
import type { Operation } from '../access-matrix/operation.ts';
import type { PlantedCompany } from '../access-matrix/planted-company.ts';
import { columns, type Column, type Row } from '../access-matrix/row.ts';
import { rowsOf } from '../access-matrix/rows.ts';
import { RandomDocument, type Examples } from './document.ts';
import { Values } from './values.ts';

/** Those who have no business in the closed and the secret community. */
export const strangers: readonly Column[] = columns.filter((column) => column !== 'member' && column !== 'animator');

const strangersWithSession = strangers.filter((column) => column !== 'nobody' && column !== 'leaver');

/** How a stranger comes to read there, rightly: `executive` is invited. */
const entrances: Partial<Record<Column, RegExp>> = { executive: /acceptCommunityInvitation|joinCommunity/ };

export interface Effort {
  seed: number;
  /** At most so many documents, and at most so long. */
  documents: number;
  seconds: number;
}

/** What must not happen: which kind of fault, what was asked and by whom. */
export interface Fault {
  what: string;
  column: Column;
  operation: Operation;
}

export class Figures {
  documents = 0;
  mutations = 0;
  bytes = 0;
  answered = 0;
  highestCost = 0;
  readonly fields = new Set<string>();
  readonly refusals = new Map<string, number>();

  toString(): string {
    const often = [...this.refusals].sort(([, one], [, other]) => other - one).slice(0, 12).map(([code, count]) => `${code} ${count}`);
    return [
      `${this.documents} documents (${this.mutations} of them changes), ${this.answered} with an answer, ${this.fields.size} different fields, highest cost of what was run ${this.highestCost}, ${this.bytes} bytes searched.`,
      `Refusals: ${often.join(', ')}.`,
    ].join('\n');
  }
}

/** Sends random documents as random people, and looks at every answer. */
export class Fuzzer {
  readonly figures = new Figures();
  /** The first of each kind. */
  readonly faults = new Map<string, Fault>();
  private readonly ids: string[];
  private readonly examples: Examples;

  constructor(private readonly company: PlantedCompany) {
    this.ids = idsIn(company.world).filter((id) => !holdsCanary(id));
    this.examples = examplesIn(rowsOf(company.world));
  }

  async run({ seed, documents, seconds }: Effort): Promise<void> {
    const property = fc.asyncProperty(fc.gen(), async (pick) => {
      const values = new Values(pick, this.ids);
      const column = values.one(values.chance(80) ? strangersWithSession : columns);
      await this.send(column, new RandomDocument(this.company.schema, values, this.examples, values.chance(30) ? 'mutation' : 'query'));
    });
    await fc.assert(property, { seed, numRuns: Math.min(documents, 2 ** 31 - 1), interruptAfterTimeLimit: seconds * 1_000, endOnFailure: true });
  }

  private async send(column: Column, document: RandomDocument): Promise<void> {
    const operation = document.operation();
    if (JSON.stringify(operation).includes(canary)) throw new Error('The fuzzer itself says the word that it looks for.');
    if (entrances[column]?.test(operation.query)) return;
    const send = () => sent(this.company.api, this.company.world.cookies[column], operation);
    const { status, bytes, answer } = await (document.kind === 'mutation' ? this.company.rolledBack.run(send) : send());
    const cost = operationCost(this.company.schema, { query: parse(operation.query), variables: operation.variables });
    this.count(document, { bytes, cost, answer });
    for (const what of this.faultsOf({ column, status, bytes, cost, answer })) if (!this.faults.has(what)) this.faults.set(what, { what, column, operation });
  }

  private *faultsOf({ column, status, bytes, cost, answer }: { column: Column; cost: number } & Awaited<ReturnType<typeof sent>>): Generator<string> {
    const internal = answer.errors?.find(({ extensions }) => !extensions?.code || extensions.code.startsWith('INTERNAL'));
    if (internal || status >= 500) yield `A fault of the server (${status}): ${this.lastFault()}`;
    if (answer.data && cost > queryLimits.cost) yield `What costs ${cost} was run.`;
    if (fieldsIn(answer.data) > queryLimits.cost) yield `An answer has more than ${queryLimits.cost} fields.`;
    if (strangers.includes(column) && holdsCanary(bytes)) yield `${column} was told what stands in a closed community: ${around(bytes)}`;
  }

  /** What the server logged last, as short as it tells one bug from another. */
  private lastFault(): string {
    const line = this.company.api.log.at(-1);
    if (!line) return 'nothing is logged';
    const { err } = JSON.parse(line) as { err?: { message?: string; stack?: string } };
    const place = /at (?:async )?([^\n]*libs[^\n]*)/.exec(err?.stack ?? '')?.[1] ?? '';
    return `${err?.message ?? line} ${place}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
  }

  private count({ kind, fields }: RandomDocument, { bytes, cost, answer }: { bytes: string; cost: number; answer: { data?: unknown; errors?: { extensions?: { code?: string } }[] } }): void {
    const { figures } = this;
    figures.documents += 1;
    figures.bytes += bytes.length;
    if (kind === 'mutation') figures.mutations += 1;
    for (const field of fields) figures.fields.add(field);
    if (answer.data) figures.highestCost = Math.max(figures.highestCost, cost);
    if (answer.data && !answer.errors) figures.answered += 1;
    for (const { extensions } of answer.errors ?? []) figures.refusals.set(extensions?.code ?? '?', (figures.refusals.get(extensions?.code ?? '?') ?? 0) + 1);
  }
}

/** What the rows ask with, but for those that say the word themselves. */
function examplesIn(rows: readonly Row[]): Examples {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const row of rows) {
    if (row.kind !== 'query' && row.kind !== 'mutation') continue;
    for (const [i, { field, args }] of row.steps.entries()) {
      const name = row.name.endsWith(`.${field}`) ? row.name : i === 0 ? `Query.${field}` : null;
      if (name && Object.keys(args).length > 0 && !holdsCanary(JSON.stringify(args))) found.set(name, [...(found.get(name) ?? []), args]);
    }
  }
  return found;
}

/** What surrounds the word that must not be there. */
function around(bytes: string): string {
  const at = bytes.toLowerCase().indexOf(canary);
  return bytes.slice(Math.max(0, at - 120), at + 40).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
}

function fieldsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + fieldsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  // Rich text is one value, however it is made.
  if ('type' in value && value.type === 'doc') return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + 1 + fieldsIn(one), 0);
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('=') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
