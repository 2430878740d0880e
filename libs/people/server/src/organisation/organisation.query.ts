import { Injectable } from '@nestjs/common';
import { PersonQuery, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

/** No company is deeper; a circle in what HR tells ends here. */
const maxDepth = 40;

/**
 * SQL: `root` and `id` of everybody in whose chain the nearest who still works here is one of the roots `$1`. Those who left are passed over:
 * their reports are found under whoever stands above.
 */
const reportsOf = `
  WITH RECURSIVE below (root, id, gone, depth) AS (
    SELECT person.manager_id, person.id, person.deactivated_at IS NOT NULL, 1 FROM person WHERE person.manager_id = ANY($1) AND person.id <> person.manager_id
    UNION SELECT below.root, person.id, person.deactivated_at IS NOT NULL, below.depth + 1
    FROM below JOIN person ON person.manager_id = below.id WHERE below.gone AND below.depth < ${maxDepth}
  ), report AS (SELECT DISTINCT root, id FROM below WHERE NOT gone AND id <> root)`;

/** Who stands above and below whom, those who left passed over. */
@Injectable()
export class OrganisationQuery {
  private readonly counts;

  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PersonQuery,
  ) {
    this.counts = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const rows: { id: string; count: number }[] = await this.dataSource.query(`${reportsOf} SELECT root AS id, count(*)::int AS count FROM report GROUP BY root`, [ids]);
      return new Map(rows.map(({ id, count }) => [id, count]));
    });
  }

  /** From the top down, without the person. */
  async above(viewer: Viewer, personId: string): Promise<PersonEntity[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `WITH RECURSIVE above (id, manager_id, gone, path) AS (
         SELECT person.id, person.manager_id, false, ARRAY[person.id] FROM person WHERE person.id = $1
         UNION ALL SELECT boss.id, boss.manager_id, boss.deactivated_at IS NOT NULL, above.path || boss.id
         FROM above JOIN person boss ON boss.id = above.manager_id WHERE boss.id <> ALL (above.path) AND cardinality(above.path) < ${maxDepth}
       ) SELECT id FROM above WHERE NOT gone AND id <> $1 ORDER BY cardinality(path) DESC`,
      [personId],
    );
    const found = await this.people.byIds(viewer, rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }

  async reportCount(viewer: Viewer, personId: string): Promise<number> {
    return (await this.counts(viewer).load(personId)) ?? 0;
  }

  /** Who reports directly to the person, those of a leaver included; for what is done for the person, not to be shown as a list. */
  async reportIds(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`${reportsOf} SELECT id FROM report`, [[personId]]);
    return rows.map(({ id }) => id);
  }

  /** By surname. */
  async reports(viewer: Viewer, personId: string, page: PageRequest): Promise<Connection<PersonEntity>> {
    const [sortName, afterId] = page.after ? decodeCursor(page.after, ['string', 'id']) : [null, null];
    const rows: { id: string; sortName: string }[] = await this.dataSource.query(
      `${reportsOf} SELECT person.id, person.sort_name AS "sortName" FROM report JOIN person ON person.id = report.id
       WHERE $2::text IS NULL OR (person.sort_name, person.id) > ($2, $3::uuid)
       ORDER BY person.sort_name, person.id LIMIT $4`,
      [[personId], sortName, afterId, page.first + 1],
    );
    const found = await this.people.byIds(viewer, rows.map(({ id }) => id));
    const reports = rows.flatMap(({ id }) => found.get(id) ?? []);
    return connection(reports, page, (report) => encodeCursor(report.sortName, report.id));
  }
}
