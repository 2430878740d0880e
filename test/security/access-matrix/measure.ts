import { io } from 'socket.io-client';
import { operationOf, type Operation } from './operation.ts';
import { outcomeOf, routeOutcome, sent } from './observe.ts';
import type { PlantedCompany } from './planted-company.ts';
import { columns, outcomesOf, type Column, type FieldRow, type Outcome, type Outcomes, type RouteRow, type Row, type TopicRow } from './row.ts';

export interface Cell {
  column: Column;
  expected: Outcome;
  observed: Outcome;
}

export interface MeasuredRow {
  row: Row;
  cells: Cell[];
}

/** Asks as each of the columns. */
export class Measure {
  private asked = 0;

  constructor(private readonly company: PlantedCompany) {}

  async row(row: Row): Promise<MeasuredRow> {
    const expected = outcomesOf(row.expected);
    const observed = await this.outcomes(row);
    return { row, cells: columns.map((column) => ({ column, expected: expected[column], observed: observed[column] })) };
  }

  private async outcomes(row: Row): Promise<Outcomes> {
    const of = this.asking(row);
    const found: [Column, Outcome][] = [];
    const ask = async (column: Column) => void found.push([column, await of(column)]);
    // What changes nothing may be asked by all at once.
    if (row.kind === 'query' || row.kind === 'topic') await Promise.all(columns.map(ask));
    else for (const column of columns) await ask(column);
    return Object.fromEntries(found) as Outcomes;
  }

  private asking(row: Row): (column: Column) => Promise<Outcome> {
    if (row.kind === 'topic') return (column) => this.watches(row, column);
    if (row.kind === 'route') return (column) => this.company.rolledBack.run(() => this.goes(row, column));
    const operation = operationOf(this.company.schema, row);
    if (row.kind === 'query') return (column) => this.asks(row, operation, column);
    // A member’s change answers with what members read.
    return async (column) => {
      const outcome = await this.company.rolledBack.run(() => this.asks(row, operation, column));
      return outcome === 'inside' && (column === 'member' || column === 'animator') ? 'yes' : outcome;
    };
  }

  private async asks({ steps }: FieldRow, operation: Operation, column: Column): Promise<Outcome> {
    return outcomeOf(await sent(this.company.api, this.company.world.cookies[column], operation), steps.map(({ field }) => field));
  }

  private async goes({ path, init }: RouteRow, column: Column): Promise<Outcome> {
    const cookie = this.company.world.cookies[column];
    // Each from an address of its own: refusals are counted by address, and the next would be refused for that.
    this.asked += 1;
    const from = `198.51.${Math.floor(this.asked / 250)}.${this.asked % 250}`;
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }), 'x-forwarded-for': from };
    return routeOutcome(await fetch(`${this.company.api.url}${path}`, { ...init, headers, redirect: 'manual' }));
  }

  private async watches({ topic }: TopicRow, column: Column): Promise<Outcome> {
    const socket = io(this.company.api.url, { transports: ['websocket'], extraHeaders: { cookie: this.company.world.cookies[column] }, forceNew: true, reconnection: false });
    try {
      const refused = await new Promise<Error | null>((resolve) => socket.once('connect', () => resolve(null)).once('connect_error', resolve));
      if (refused) return refused.message;
      const { ok } = (await socket.emitWithAck('watch', { topic })) as { ok: boolean };
      return ok ? 'yes' : 'refused';
    } finally {
      socket.disconnect();
    }
  }
}
