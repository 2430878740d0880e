import { Injectable } from '@nestjs/common';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../person/role.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { administeredWithin } from './administered.access.ts';
import { PeopleStates, type PersonState } from './people-states.ts';
import { Reaches } from './reaches.ts';

/** Somebody as those see them who administer people. */
export interface AdministeredPerson {
  id: string;
  identifier: string;
  sortName: string;
  roles: Role[];
  leftAt: Date | null;
}

export interface AdministeredFilter {
  search: string | null;
  department: string | null;
  role: Role | null;
  state: PersonState | null;
}

export interface AdministeredDepartment {
  name: string;
  memberCount: number;
  /** Departments whose people have, for the most part, a manager in this one or below it. */
  below: string[];
}

const maxWords = 6;
const columns = `person.id, person.identifier, person.sort_name AS "sortName", person.roles, person.deactivated_at AS "leftAt"`;
/** As in the index `person_found`. */
const found = `fold(person.display_name || ' ' || person.identifier || ' ' || coalesce(person.email, ''))`;

/** People for those who administer them: those who left too, and nobody outside of their reach. */
@Injectable()
export class AdministeredPeopleQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reaches: Reaches,
    private readonly states: PeopleStates,
  ) {}

  /** By surname. Errors: FORBIDDEN, CONFIRMATION_NEEDED, CURSOR_INVALID. */
  async list(viewer: Viewer, { search, department, role, state }: AdministeredFilter, page: PageRequest): Promise<CountedConnection<AdministeredPerson>> {
    const { departments } = await this.reaches.require(viewer);
    const parameters: unknown[] = [departments];
    const parameter = (value: unknown): string => `$${parameters.push(value)}`;
    const words = searchWords(search).split(/\s+/).filter(Boolean).slice(0, maxWords);
    const conditions = [
      administeredWithin('person', '$1'),
      ...words.map((word) => `${found} LIKE '%' || fold(${parameter(word.replaceAll(/[\\%_]/g, String.raw`\$&`))}) || '%'`),
      ...(department ? [`person.department = ${parameter(department.replaceAll('\u0000', ''))}`] : []),
      // The second condition is that of the index; whoever is something else is an employee as well.
      ...(role ? [`person.roles @> ARRAY[${parameter(role)}]`, ...(role === 'employee' ? [] : [`person.roles <> '{employee}'`])] : []),
      ...(state ? [this.states.condition(viewer, state, 'person')] : []),
    ].join(' AND ');
    const [counted]: { count: number }[] = await this.dataSource.query(`SELECT count(*)::int AS count FROM person WHERE ${conditions}`, parameters);
    const [sortName, afterId] = page.after ? decodeCursor(page.after, ['string', 'id']) : [null, null];
    const after = page.after ? `WHERE (person."sortName", person.id) > (${parameter(sortName)}, ${parameter(afterId)}::uuid)` : '';
    // Words are found by their index first: the one of the order would be read from its beginning for a rare name.
    const rows: AdministeredPerson[] = await this.dataSource.query(
      `WITH person AS ${words.length > 0 ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (SELECT ${columns} FROM person WHERE ${conditions})
       SELECT * FROM person ${after} ORDER BY person."sortName", person.id LIMIT ${page.first + 1}`,
      parameters,
    );
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount: counted?.count ?? 0 };
  }

  /** Null: nobody whom the viewer administers. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async byId(viewer: Viewer, id: string, manager: EntityManager = this.dataSource.manager): Promise<AdministeredPerson | null> {
    const { departments } = await this.reaches.require(viewer);
    const [row]: AdministeredPerson[] = await manager.query(`SELECT ${columns} FROM person WHERE person.id = $2 AND ${administeredWithin('person', '$1')}`, [departments, id]);
    return row ?? null;
  }

  /** Those of the people within reach, by name. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async departments(viewer: Viewer): Promise<AdministeredDepartment[]> {
    const { departments } = await this.reaches.require(viewer);
    const rows: { name: string; memberCount: number }[] = await this.dataSource.query(
      `SELECT department AS name, count(*)::int AS "memberCount" FROM person WHERE department IS NOT NULL AND ${administeredWithin('person', '$1')} GROUP BY department ORDER BY department`,
      [departments],
    );
    const parents: { name: string; parent: string }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (person.department) person.department AS name, manager.department AS parent
       FROM person JOIN person manager ON manager.id = person.manager_id
       WHERE person.deactivated_at IS NULL AND manager.department <> person.department
       GROUP BY person.department, manager.department ORDER BY person.department, count(*) DESC, manager.department`,
    );
    const names = new Set(rows.map(({ name }) => name));
    const below = Map.groupBy(parents.filter(({ name }) => names.has(name)), ({ parent }) => parent);
    return rows.map(({ name, memberCount }) => ({ name, memberCount, below: allBelow(name, below) }));
  }
}

function allBelow(name: string, below: ReadonlyMap<string, { name: string }[]>): string[] {
  const reached = new Set<string>();
  const look = [name];
  for (let next = look.pop(); next !== undefined; next = look.pop()) {
    for (const child of below.get(next) ?? []) {
      if (child.name === name || reached.has(child.name)) continue;
      reached.add(child.name);
      look.push(child.name);
    }
  }
  return [...reached].sort((one, other) => (one < other ? -1 : 1));
}
