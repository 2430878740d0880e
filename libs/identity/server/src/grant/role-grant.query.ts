import { Injectable } from '@nestjs/common';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { Role } from '../person/role.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { Reaches } from '../administered/reaches.ts';
import { RoleGrantEntity } from './role-grant.entity.ts';

/** Who gives somebody their roles. Sign-in: whatever nobody else explains. */
export interface RoleSources {
  roles: Role[];
  directoryRoles: Role[];
  grantedRoles: Role[];
  signInRoles: Role[];
}

const mostWaiting = 50;
const mostGrants = 30;

/** Reads the roles of people and where they come from; for people whom the viewer was found to administer. */
@Injectable()
export class RoleGrantQuery {
  private readonly grants;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reaches: Reaches,
  ) {
    this.grants = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const rows = await dataSource.createQueryBuilder(RoleGrantEntity, 'held').where('held.personId = ANY(:ids)', { ids }).orderBy('held.id', 'DESC').getMany();
      return Map.groupBy(rows, ({ personId }) => personId);
    });
  }

  /** The newest first, those that are over among them. */
  async of(viewer: Viewer, personId: string): Promise<RoleGrantEntity[]> {
    return ((await this.grants(viewer).load(personId)) ?? []).slice(0, mostGrants);
  }

  async sourcesOf(personId: string): Promise<RoleSources> {
    const [row]: RoleSources[] = await this.dataSource.query(
      'SELECT roles, directory_roles AS "directoryRoles", granted_roles AS "grantedRoles", sign_in_roles AS "signInRoles" FROM person WHERE id = $1',
      [personId],
    );
    return row ?? { roles: [], directoryRoles: [], grantedRoles: [], signInRoles: [] };
  }

  /** What waits for a second person of IT; for whoever administers departments alone, nothing. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async waiting(viewer: Viewer): Promise<RoleGrantEntity[]> {
    if ((await this.reaches.require(viewer)).departments !== null) return [];
    return this.dataSource
      .createQueryBuilder(RoleGrantEntity, 'held')
      .where('held.endedAt IS NULL AND (held.endsAt IS NULL OR held.endsAt > now()) AND (held.effectiveAt IS NULL OR held.endAskedById IS NOT NULL)')
      .orderBy('held.id')
      .limit(mostWaiting)
      .getMany();
  }
}
