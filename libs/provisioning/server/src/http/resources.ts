import type { Json, JsonObject, ResourceType } from '../schema/attribute.ts';
import type { Wanted } from '../schema/shown.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import type { Expected } from '../user/scim-users.ts';
import type { ScimQuery } from './scim-query.ts';

/** A resource as it is told to a client. */
export interface Told {
  id: string;
  resource: JsonObject;
  location: string;
  /** Entity tag. */
  tag: string;
}

/** What can be done with a kind of resource. Errors: those of RFC 7644, as `ScimError`. */
export interface Resources {
  readonly type: ResourceType;
  list(query: ScimQuery): Promise<Record<string, Json>>;
  read(id: string, wanted: Wanted): Promise<Told>;
  create(client: ScimClient, body: Json, wanted: Wanted): Promise<Told>;
  replace(client: ScimClient, id: string, change: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told>;
  patch(client: ScimClient, id: string, change: { body: Json; expected: Expected; wanted: Wanted }): Promise<Told>;
  remove(client: ScimClient, id: string, expected: Expected): Promise<void>;
}
