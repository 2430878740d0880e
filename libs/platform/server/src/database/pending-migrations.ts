import type { DataSource } from 'typeorm';

/** How many changes this version still has to make to the database; all of them where it is empty. Changes nothing. */
export async function pendingMigrations(dataSource: DataSource): Promise<number> {
  const [{ exists }]: [{ exists: boolean }] = await dataSource.query(`SELECT to_regclass('migration') IS NOT NULL AS exists`);
  const rows: { name: string }[] = exists ? await dataSource.query('SELECT name FROM migration') : [];
  const ran = new Set(rows.map(({ name }) => name));
  return dataSource.migrations.filter(({ name, constructor }) => !ran.has(name ?? constructor.name)).length;
}
