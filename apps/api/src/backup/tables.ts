import { escapeIdentifier, type Client } from 'pg';

/** A table as a backup has it: rows of its own and of its partitions. */
export interface SavedTable {
  schema: string;
  name: string;
  /** In the order of the cells; those that PostgreSQL computes are left out. */
  columns: string[];
  rows: number;
  /** Over all rows, whatever their order. */
  sum: string;
}

export interface SavedSequence {
  schema: string;
  name: string;
  value: string;
  isCalled: boolean;
}

export interface SavedPartition {
  schema: string;
  name: string;
  parent: string;
  /** As PostgreSQL writes it: `FOR VALUES FROM … TO …`. */
  bound: string;
}

/** What the restored server makes itself: the list of migrations, and pg-boss's of its own. */
const madeByMigrations = ['public.migration', 'pgboss.version'];
const schemas = `('public', 'pgboss')`;

export const quoted = (schema: string, name: string): string => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
export const listed = (columns: readonly string[]): string => columns.map((column) => escapeIdentifier(column)).join(', ');

/** So that the same row reads the same wherever it is. */
export const sameReading = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = 0`;

export async function tablesOf(client: Client): Promise<Pick<SavedTable, 'schema' | 'name' | 'columns'>[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(`
    SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE n.nspname IN ${schemas} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return rows.filter(({ schema, name }) => !madeByMigrations.includes(`${schema}.${name}`));
}

/** How many rows, and a sum over what they say: the same twice is, but for one chance in billions, the same rows. */
export async function summed(client: Client, { schema, name, columns }: Pick<SavedTable, 'schema' | 'name' | 'columns'>): Promise<{ rows: number; sum: string }> {
  const { rows } = await client.query<{ rows: string; sum: string }>(`SELECT count(*) AS rows, coalesce(sum(hashtextextended(ROW(${listed(columns)})::text, 0)::numeric), 0)::text AS sum FROM ${quoted(schema, name)}`);
  return { rows: Number(rows[0]?.rows), sum: rows[0]?.sum ?? '' };
}

export async function sequencesOf(client: Client): Promise<SavedSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ${schemas} AND c.relkind = 'S' ORDER BY 1, 2`);
  const sequences: SavedSequence[] = [];
  for (const { schema, name } of rows) {
    const { rows: state } = await client.query<{ value: string; isCalled: boolean }>(`SELECT last_value::text AS value, is_called AS "isCalled" FROM ${quoted(schema, name)}`);
    if (state[0]) sequences.push({ schema, name, ...state[0] });
  }
  return sequences;
}

export async function partitionsOf(client: Client): Promise<SavedPartition[]> {
  const { rows } = await client.query<SavedPartition>(`
    SELECT n.nspname AS schema, c.relname AS name, p.relname AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
    WHERE n.nspname IN ${schemas} AND c.relispartition AND c.relkind = 'r' ORDER BY 1, 2`);
  return rows;
}

export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
  return rows.map(({ name }) => name);
}
