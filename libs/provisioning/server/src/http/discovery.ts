import { type Json, type ResourceType, type Schema } from '../schema/attribute.ts';
import { mostResults } from './scim-query.ts';

export const mostBulkOperations = 200;
export const mostBytes = 1_048_576;

const schemaSchema = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

/** What Parvis does of SCIM (RFC 7643, section 5). */
export const serviceProviderConfig = (location: string): Record<string, Json> => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: true, maxOperations: mostBulkOperations, maxPayloadSize: mostBytes },
  filter: { supported: true, maxResults: mostResults },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'Bearer token', description: 'A token that IT makes in Parvis, in the header Authorization.', specUri: 'https://www.rfc-editor.org/info/rfc6750', primary: true },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location },
});

export const schemaResource = ({ id, name, description, attributes }: Schema, base: string): Record<string, Json> => ({
  schemas: [schemaSchema],
  id,
  name,
  description,
  // externalId is common to all (RFC 7643, section 3.1), and left out of schemas.
  attributes: attributes as unknown as Json,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
});

export const resourceTypeResource = ({ name, endpoint, description, core, extensions }: ResourceType, base: string): Record<string, Json> => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint,
  description,
  schema: core.id,
  schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })),
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
});

