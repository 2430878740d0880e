import { Injectable } from '@nestjs/common';
import { Config, isId } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { filterSql, sortSql, type Columns } from '../filter/filter.sql.ts';
import { scimErrors } from '../http/scim-error.ts';
import { listResponse, type ScimQuery } from '../http/scim-query.ts';
import { isObject, type Json, type JsonObject } from '../schema/attribute.ts';
import { shown, type Wanted } from '../schema/shown.ts';
import { enterpriseId, userType } from '../schema/user.schema.ts';

/** An account as it stands. */
export interface ScimUserRow {
  id: string;
  /** The person's own, by which they are recorded. */
  identifier: string;
  resource: JsonObject;
  isActive: boolean;
  version: number;
  createdAt: Date;
  modifiedAt: Date;
  managerName: string | null;
  groups: { value: string; display: string }[];
}

const manager = `account.resource -> '${enterpriseId}' -> 'manager' ->> 'value'`;

const groups = `(
  SELECT jsonb_agg(jsonb_build_object('value', scim_group.id, 'display', scim_group.display_name) ORDER BY scim_group.id)
  FROM scim_group_member member JOIN scim_group ON scim_group.id = member.group_id WHERE member.person_id = account.person_id
)`;

const selected = `
  SELECT account.person_id AS id, person.identifier, account.resource, person.deactivated_at IS NULL AS "isActive", account.version, account.created_at AS "createdAt",
    account.modified_at AS "modifiedAt", manager.display_name AS "managerName",
    coalesce(${groups}, '[]') AS groups`;
const from = `
  FROM scim_user account JOIN person ON person.id = account.person_id
  LEFT JOIN person manager ON manager.id::text = ${manager}`;

const columns: Columns = {
  own: {
    id: 'account.person_id::text',
    externalId: 'account.external_id',
    userName: 'account.user_name',
    active: '(person.deactivated_at IS NULL)',
    'meta.created': 'account.created_at',
    'meta.lastModified': 'account.modified_at',
    'meta.resourceType': `'User'::text`,
    [`${enterpriseId}:manager.displayName`]: 'manager.display_name',
  },
  resource: 'account.resource',
  lists: { groups },
};

/** Reads the accounts of people. */
@Injectable()
export class ScimUserQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  async count(): Promise<number> {
    const [{ users }]: [{ users: number }] = await this.dataSource.query('SELECT count(*)::int AS users FROM scim_user WHERE removed_at IS NULL');
    return users;
  }

  /** Errors: notFound. */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<ScimUserRow> {
    if (!isId(id)) throw scimErrors.notFound('user');
    const [row]: ScimUserRow[] = await manager.query(`${selected} ${from} WHERE account.person_id = $1 AND account.removed_at IS NULL`, [id]);
    if (!row) throw scimErrors.notFound('user');
    return row;
  }

  /** Errors: invalidFilter, invalidPath. */
  async list(query: ScimQuery): Promise<Record<string, Json>> {
    const parameters: unknown[] = [];
    const condition = `account.removed_at IS NULL ${query.filter ? `AND ${filterSql(userType, columns, query.filter, parameters)}` : ''}`;
    const order = query.sortBy ? `${sortSql(userType, columns, query.sortBy)} ${query.isDescending ? 'DESC' : 'ASC'} NULLS LAST, account.person_id` : 'account.person_id';
    const [{ total }]: [{ total: number }] = await this.dataSource.query(`SELECT count(*)::int AS total ${from} WHERE ${condition}`, parameters);
    const rows: ScimUserRow[] =
      query.count === 0
        ? []
        : await this.dataSource.query(`${selected} ${from} WHERE ${condition} ORDER BY ${order} LIMIT ${query.count} OFFSET ${query.startIndex - 1}`, parameters);
    return listResponse(rows.map((row) => this.shown(row, query)), { total, startIndex: query.startIndex });
  }

  /** The resource as SCIM tells it. */
  shown(row: ScimUserRow, wanted: Wanted): JsonObject {
    const { resource, id } = row;
    const enterprise = resource[enterpriseId];
    const whole: JsonObject = {
      schemas: [userType.core.id, ...(isObject(enterprise) ? [enterpriseId] : [])],
      id,
      ...resource,
      ...(isObject(enterprise) && { [enterpriseId]: this.withManager(enterprise, row) }),
      active: row.isActive,
      ...(row.groups.length > 0 && { groups: row.groups.map(({ value, display }) => ({ value, $ref: `${this.config.publicUrl}/scim/v2/Groups/${value}`, display })) }),
      meta: {
        resourceType: 'User', created: row.createdAt.toISOString(), lastModified: row.modifiedAt.toISOString(), location: this.locationOf(id), version: versionTag(row),
      },
    };
    return shown(userType, whole, wanted);
  }

  locationOf(id: string): string {
    return `${this.config.publicUrl}/scim/v2/Users/${id}`;
  }

  private withManager(enterprise: JsonObject, { managerName }: ScimUserRow): JsonObject {
    const told = enterprise['manager'];
    if (!isObject(told) || managerName === null) return enterprise;
    return { ...enterprise, manager: { ...told, $ref: this.locationOf(String(told['value'])), displayName: managerName } };
  }
}

export const versionTag = ({ version }: { version: number }): string => `W/"${version}"`;
