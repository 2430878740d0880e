import { Injectable } from '@nestjs/common';
import { Config, isId } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { filterSql, sortSql, type Columns } from '../filter/filter.sql.ts';
import { scimErrors } from '../http/scim-error.ts';
import { listResponse, type ScimQuery } from '../http/scim-query.ts';
import type { Json, JsonObject } from '../schema/attribute.ts';
import { groupType } from '../schema/group.schema.ts';
import { isShown, shown, type Wanted } from '../schema/shown.ts';
import { versionTag } from '../user/scim-user.query.ts';

/** A group as it stands. */
export interface ScimGroupRow {
  id: string;
  displayName: string;
  externalId: string | null;
  communityId: string | null;
  version: number;
  createdAt: Date;
  modifiedAt: Date;
  /** Empty when they were not asked for. */
  members: { value: string; display: string }[];
}

// Whoever has no account any more is not told, and comes back with it.
const members = `(
  SELECT jsonb_agg(jsonb_build_object('value', person.id, 'display', person.display_name, 'type', 'User') ORDER BY person.id)
  FROM scim_group_member member JOIN person ON person.id = member.person_id JOIN scim_user ON scim_user.person_id = person.id AND scim_user.removed_at IS NULL
  WHERE member.group_id = scim_group.id
)`;

const columns: Columns = {
  own: {
    id: 'scim_group.id::text',
    displayName: 'scim_group.display_name',
    externalId: 'scim_group.external_id',
    'meta.created': 'scim_group.created_at',
    'meta.lastModified': 'scim_group.modified_at',
    'meta.resourceType': `'Group'::text`,
  },
  resource: `'{}'::jsonb`,
  lists: { members },
};

const selected = (withMembers: boolean): string => `
  SELECT id, display_name AS "displayName", external_id AS "externalId", community_id AS "communityId", version, created_at AS "createdAt", modified_at AS "modifiedAt",
    ${withMembers ? `coalesce(${members}, '[]')` : `'[]'::jsonb`} AS members
  FROM scim_group`;

/** Reads the groups. */
@Injectable()
export class ScimGroupQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** Errors: notFound. */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<ScimGroupRow> {
    const [row]: ScimGroupRow[] = isId(id) ? await manager.query(`${selected(true)} WHERE id = $1`, [id]) : [];
    if (!row) throw scimErrors.notFound('group');
    return row;
  }

  /** Errors: invalidFilter, invalidPath. */
  async list(query: ScimQuery): Promise<Record<string, Json>> {
    const parameters: unknown[] = [];
    const condition = query.filter ? filterSql(groupType, columns, query.filter, parameters) : 'true';
    const order = query.sortBy ? `${sortSql(groupType, columns, query.sortBy)} ${query.isDescending ? 'DESC' : 'ASC'} NULLS LAST, id` : 'id';
    const [{ total }]: [{ total: number }] = await this.dataSource.query(`SELECT count(*)::int AS total FROM scim_group WHERE ${condition}`, parameters);
    const rows: ScimGroupRow[] =
      query.count === 0
        ? []
        : await this.dataSource.query(`${selected(isShown(groupType, 'members', query))} WHERE ${condition} ORDER BY ${order} LIMIT ${query.count} OFFSET ${query.startIndex - 1}`, parameters);
    return listResponse(rows.map((row) => this.shown(row, query)), { total, startIndex: query.startIndex });
  }

  /** The resource as SCIM tells it. */
  shown(row: ScimGroupRow, wanted: Wanted): JsonObject {
    const { id, displayName, externalId, members: people } = row;
    const whole: JsonObject = {
      schemas: [groupType.core.id],
      id,
      ...(externalId !== null && { externalId }),
      displayName,
      ...(people.length > 0 && { members: people.map(({ value, display }) => ({ value, $ref: `${this.config.publicUrl}/scim/v2/Users/${value}`, display, type: 'User' })) }),
      meta: { resourceType: 'Group', created: row.createdAt.toISOString(), lastModified: row.modifiedAt.toISOString(), location: this.locationOf(id), version: versionTag(row) },
    };
    return shown(groupType, whole, wanted);
  }

  locationOf(id: string): string {
    return `${this.config.publicUrl}/scim/v2/Groups/${id}`;
  }
}
