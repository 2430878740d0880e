import { Injectable } from '@nestjs/common';
import type { Resources, Told } from '../http/resources.ts';
import type { ScimQuery } from '../http/scim-query.ts';
import { operationsOf } from '../patch/patch.ts';
import type { Json } from '../schema/attribute.ts';
import type { Wanted } from '../schema/shown.ts';
import { userType } from '../schema/user.schema.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import { ScimUserQuery, versionTag, type ScimUserRow } from './scim-user.query.ts';
import { ScimUsers, type Expected } from './scim-users.ts';

/** `/Users`. */
@Injectable()
export class UserResources implements Resources {
  readonly type = userType;

  constructor(
    private readonly query: ScimUserQuery,
    private readonly users: ScimUsers,
  ) {}

  list(query: ScimQuery): Promise<Record<string, Json>> {
    return this.query.list(query);
  }

  async read(id: string, wanted: Wanted): Promise<Told> {
    return this.told(await this.query.byId(id), wanted);
  }

  async create(client: ScimClient, body: Json, wanted: Wanted): Promise<Told> {
    return this.told(await this.users.create(client, body), wanted);
  }

  async replace(client: ScimClient, id: string, { body, expected, wanted }: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told> {
    return this.told(await this.users.replace(client, id, { body, expected }), wanted);
  }

  async patch(client: ScimClient, id: string, { body, expected, wanted }: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told> {
    return this.told(await this.users.patch(client, id, { operations: operationsOf(body), expected }), wanted);
  }

  remove(client: ScimClient, id: string, expected: Expected): Promise<void> {
    return this.users.remove(client, id, expected);
  }

  private told(row: ScimUserRow, wanted: Wanted): Told {
    return { id: row.id, resource: this.query.shown(row, wanted), location: this.query.locationOf(row.id), tag: versionTag(row) };
  }
}
