import { Injectable } from '@nestjs/common';
import { platformErrors } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { Administration } from '../administration/administration.ts';
import { holdsNow } from '../grant/granted-roles.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { Reach } from './administered.access.ts';

/** How far somebody administers people: IT everybody, IT of some departments those who work there. Asked once in a request. */
@Injectable()
export class Reaches {
  private readonly known = new WeakMap<Viewer, Promise<Reach | null>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly administration: Administration,
  ) {}

  /** Null: they administer nobody. */
  of(viewer: Viewer): Promise<Reach | null> {
    if (this.administration.isFor(viewer)) return Promise.resolve({ departments: null });
    let reach = this.known.get(viewer);
    if (!reach) {
      reach = this.read(viewer);
      this.known.set(viewer, reach);
    }
    return reach;
  }

  /** Errors: FORBIDDEN to whoever administers nobody, CONFIRMATION_NEEDED to whoever said who they are too long ago. */
  async require(viewer: Viewer): Promise<Reach> {
    const reach = await this.of(viewer);
    if (!reach) throw platformErrors.forbidden();
    this.administration.requireConfirmation(viewer);
    return reach;
  }

  private async read({ personId }: Viewer): Promise<Reach | null> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT DISTINCT unnest(departments) AS name FROM role_grant WHERE person_id = $1 AND role = 'it' AND departments IS NOT NULL AND ${holdsNow('role_grant')} ORDER BY name`,
      [personId],
    );
    return rows.length > 0 ? { departments: rows.map(({ name }) => name) } : null;
  }
}
