import { Injectable } from '@nestjs/common';
import type { Resources, Told } from '../http/resources.ts';
import type { ScimQuery } from '../http/scim-query.ts';
import { operationsOf } from '../patch/patch.ts';
import type { Json } from '../schema/attribute.ts';
import { groupType } from '../schema/group.schema.ts';
import type { Wanted } from '../schema/shown.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import { versionTag } from '../user/scim-user.query.ts';
import type { Expected } from '../user/scim-users.ts';
import { ScimGroupQuery, type ScimGroupRow } from './scim-group.query.ts';
import { ScimGroups } from './scim-groups.ts';

/** `/Groups`. */
@Injectable()
export class GroupResources implements Resources {
  readonly type = groupType;

  constructor(
    private readonly query: ScimGroupQuery,
    private readonly groups: ScimGroups,
  ) {}

  list(query: ScimQuery): Promise<Record<string, Json>> {
    return this.query.list(query);
  }

  async read(id: string, wanted: Wanted): Promise<Told> {
    return this.told(await this.query.byId(id), wanted);
  }

  async create(client: ScimClient, body: Json, wanted: Wanted): Promise<Told> {
    return this.told(await this.groups.create(client, body), wanted);
  }

  async replace(client: ScimClient, id: string, { body, expected, wanted }: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told> {
    return this.told(await this.groups.replace(client, id, { body, expected }), wanted);
  }

  async patch(client: ScimClient, id: string, { body, expected, wanted }: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told> {
    return this.told(await this.groups.patch(client, id, { operations: operationsOf(body), expected }), wanted);
  }

  remove(client: ScimClient, id: string, expected: Expected): Promise<void> {
    return this.groups.remove(client, id, expected);
  }

  private told(row: ScimGroupRow, wanted: Wanted): Told {
    return { id: row.id, resource: this.query.shown(row, wanted), location: this.query.locationOf(row.id), tag: versionTag(row) };
  }
}
