import { demoPeople } from '@parvis/organisation';
import type { Config } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';

interface DemoPerson {
  identifier: string;
  name: string;
  title: string | null;
  department: string | null;
}

/** What to open and, when the demo company is in use, as whom. */
export async function welcome(config: Config, dataSource: DataSource, demo: boolean): Promise<string> {
  const address = `\n  Parvis is ready: ${config.publicUrl}\n`;
  if (!demo) return `${address}\n`;
  const people: DemoPerson[] = await dataSource.query(
    `SELECT identifier, display_name AS name, title, department FROM person WHERE identifier = ANY($1) AND deactivated_at IS NULL`,
    [demoPeople.map(({ identifier }) => identifier)],
  );
  const rows = demoPeople.flatMap(({ identifier, role }) => people.filter((person) => person.identifier === identifier).map((person) => ({ role, ...person })));
  if (rows.length === 0) return `${address}\n`;
  const width = (pick: (row: (typeof rows)[number]) => string): number => Math.max(...rows.map((row) => pick(row).length));
  const [roleWidth, nameWidth] = [width((row) => row.role), width((row) => row.name)];
  const lines = rows.map((row) => `    ${row.role.padEnd(roleWidth)}  ${row.name.padEnd(nameWidth)}  ${[row.title, row.department].filter(Boolean).join(', ')}`);
  return `${address}\n  Sign in by choosing one of the demo people, no password:\n${lines.join('\n')}\n\n  Ctrl-C stops everything.\n\n`;
}
