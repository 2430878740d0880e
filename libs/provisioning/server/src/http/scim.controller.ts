import { All, Controller, Delete, Get, Param, Patch, Post, Put, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { Config, Public } from '@parvis/platform/server';
import type { Response } from 'express';
import { GroupResources } from '../group/group-resources.ts';
import type { Json, JsonObject } from '../schema/attribute.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import type { Expected } from '../user/scim-users.ts';
import { UserResources } from '../user/user-resources.ts';
import { runBulk, type BulkOperation, type BulkOutcome } from './bulk.ts';
import { resourceTypeResource, schemaResource, serviceProviderConfig } from './discovery.ts';
import { readBody } from './read-body.ts';
import type { Resources, Told } from './resources.ts';
import { scimErrors } from './scim-error.ts';
import { ScimErrorFilter, scimContent } from './scim-error.filter.ts';
import { listResponse, scimQueryOf, wantedOf } from './scim-query.ts';
import { ScimGuard, type ScimRequest } from './scim.guard.ts';

/** SCIM 2.0 (RFC 7643, RFC 7644): how the company's directory tells who works here. Not for people: a token opens it, never a session. */
@Public()
@UseGuards(ScimGuard)
@UseFilters(ScimErrorFilter)
@Controller('scim/v2')
export class ScimController {
  private readonly kinds: readonly Resources[];
  private readonly base: string;

  constructor(config: Config, users: UserResources, groups: GroupResources) {
    this.kinds = [users, groups];
    this.base = `${config.publicUrl}/scim/v2`;
  }

  @Get('ServiceProviderConfig')
  serviceProviderConfig(@Res() response: Response): void {
    answer(response, 200, serviceProviderConfig(`${this.base}/ServiceProviderConfig`));
  }

  @Get('Schemas')
  schemas(@Res() response: Response): void {
    const all = this.allSchemas();
    answer(response, 200, listResponse(all, { total: all.length, startIndex: 1 }));
  }

  @Get('Schemas/:id')
  schema(@Param('id') id: string, @Res() response: Response): void {
    const found = this.allSchemas().find((schema) => String(schema['id']).toLowerCase() === id.toLowerCase());
    if (!found) throw scimErrors.notFound('schema');
    answer(response, 200, found);
  }

  @Get('ResourceTypes')
  resourceTypes(@Res() response: Response): void {
    const all = this.kinds.map(({ type }) => resourceTypeResource(type, this.base));
    answer(response, 200, listResponse(all, { total: all.length, startIndex: 1 }));
  }

  @Get('ResourceTypes/:name')
  resourceType(@Param('name') name: string, @Res() response: Response): void {
    const kind = this.kinds.find(({ type }) => type.name.toLowerCase() === name.toLowerCase());
    if (!kind) throw scimErrors.notFound('resource type');
    answer(response, 200, resourceTypeResource(kind.type, this.base));
  }

  /** A token is nobody's. */
  @All('Me')
  me(): never {
    throw scimErrors.notSupported('/Me');
  }

  @Post('Bulk')
  async bulk(@Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    const client = clientOf(request);
    const body = await readBody(request);
    answer(response, 200, await runBulk(body, (operation) => this.perform(client, operation)));
  }

  @Post(':endpoint/.search')
  async search(@Param('endpoint') endpoint: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    const kind = this.kindOf(endpoint);
    const body = await readBody(request);
    answer(response, 200, await kind.list(scimQueryOf((body ?? {}) as JsonObject)));
  }

  @Get(':endpoint')
  async list(@Param('endpoint') endpoint: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    answer(response, 200, await this.kindOf(endpoint).list(scimQueryOf(request.query)));
  }

  @Post(':endpoint')
  async create(@Param('endpoint') endpoint: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    const kind = this.kindOf(endpoint);
    const told = await kind.create(clientOf(request), await readBody(request), wantedOf(request.query));
    tell(response, 201, told);
  }

  @Get(':endpoint/:id')
  async read(@Param('endpoint') endpoint: string, @Param('id') id: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    tell(response, 200, await this.kindOf(endpoint).read(id, wantedOf(request.query)));
  }

  @Put(':endpoint/:id')
  async replace(@Param('endpoint') endpoint: string, @Param('id') id: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    const kind = this.kindOf(endpoint);
    const body = await readBody(request);
    tell(response, 200, await kind.replace(clientOf(request), id, { body, expected: expectedOf(request), wanted: wantedOf(request.query) }));
  }

  @Patch(':endpoint/:id')
  async patch(@Param('endpoint') endpoint: string, @Param('id') id: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    const kind = this.kindOf(endpoint);
    const body = await readBody(request);
    tell(response, 200, await kind.patch(clientOf(request), id, { body, expected: expectedOf(request), wanted: wantedOf(request.query) }));
  }

  @Delete(':endpoint/:id')
  async remove(@Param('endpoint') endpoint: string, @Param('id') id: string, @Req() request: ScimRequest, @Res() response: Response): Promise<void> {
    await this.kindOf(endpoint).remove(clientOf(request), id, expectedOf(request));
    response.status(204).end();
  }

  @All(['', '*path'])
  nowhere(): never {
    throw scimErrors.notFound('address');
  }

  private kindOf(endpoint: string): Resources {
    const kind = this.kinds.find(({ type }) => type.endpoint.toLowerCase() === `/${endpoint.toLowerCase()}`);
    if (!kind) throw scimErrors.notFound('address');
    return kind;
  }

  private allSchemas(): Record<string, Json>[] {
    return this.kinds.flatMap(({ type }) => [type.core, ...type.extensions]).map((schema) => schemaResource(schema, this.base));
  }

  private async perform(client: ScimClient, { method, endpoint, id, data, version }: BulkOperation): Promise<BulkOutcome> {
    const kind = this.kindOf(endpoint.slice(1));
    const expected = version === null ? null : expectedIn(version);
    const wanted = wantedOf({});
    if (method === 'POST') return outcomeOf(201, await kind.create(client, data, wanted));
    // Of the methods, POST alone has no identifier (`operationOf`).
    const of = id ?? '';
    if (method === 'PUT') return outcomeOf(200, await kind.replace(client, of, { body: data, expected, wanted }));
    if (method === 'PATCH') return outcomeOf(200, await kind.patch(client, of, { body: data, expected, wanted }));
    await kind.remove(client, of, expected);
    return { status: 204, id: of, location: `${this.base}${endpoint}/${of}` };
  }
}

const outcomeOf = (status: number, { id, location, tag }: Told): BulkOutcome => ({ status, id, location, version: tag });

function clientOf({ scimClient }: ScimRequest): ScimClient {
  if (!scimClient) throw new Error('A request of SCIM has not passed its guard.');
  return scimClient;
}

const expectedOf = ({ headers }: ScimRequest): Expected => (headers['if-match'] === undefined ? null : expectedIn(headers['if-match']));

/** Tags are weak: they are compared as such (RFC 7232, section 2.3.2). */
function expectedIn(header: string): Expected {
  const opaque = (tag: string) => tag.trim().replace(/^W\//i, '');
  if (header.trim() === '*') return () => true;
  const tags = new Set(header.split(',').map(opaque));
  return (tag) => tags.has(opaque(tag));
}

function tell(response: Response, status: number, { resource, location, tag }: Told): void {
  response.setHeader('ETag', tag);
  response.setHeader(status === 201 ? 'Location' : 'Content-Location', location);
  answer(response, status, resource);
}

function answer(response: Response, status: number, body: unknown): void {
  response.status(status).setHeader('Content-Type', scimContent);
  response.setHeader('Cache-Control', 'private, no-store');
  response.send(JSON.stringify(body));
}
