import { auditDomain } from '@parvis/audit/server';
import { communitiesDomain } from '@parvis/communities/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi, type Client } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain, type Domain } from '@parvis/platform/server';
import { provisioningDomain } from '../provisioning.domain.ts';
import type { JsonObject } from '../schema/attribute.ts';

export const provisioningAndBelow: readonly Domain[] = [platformDomain, identityDomain, auditDomain, mediaDomain, peopleDomain, communitiesDomain, provisioningDomain];

export const makeToken = `mutation ($input: CreateScimTokenInput!) { createScimToken(input: $input) { secret token { id name state lastUsedOn expiresAt madeBy { id } } } }`;

export interface ScimAnswer {
  status: number;
  headers: Headers;
  body: JsonObject;
}

/** A server, somebody of IT, and the company's directory with a token that they made. */
export class ScimTestApi {
  private constructor(
    readonly api: TestApi,
    readonly it: Pick<PersonEntity, 'id'>,
    readonly secret: string,
  ) {}

  static async start(): Promise<ScimTestApi> {
    const api = await TestApi.start(provisioningAndBelow);
    return ScimTestApi.of(api, await aPerson().named('Inès Tellier').being('it').save(api.manager));
  }

  /** On a server that runs, by a token that somebody of IT makes. */
  static async of(api: TestApi, it: Pick<PersonEntity, 'id'>): Promise<ScimTestApi> {
    const { createScimToken } = await api.confirmed(it).send<{ createScimToken: { secret: string } }>(makeToken, { input: { name: 'Directory', days: 30 } });
    return new ScimTestApi(api, it, createScimToken.secret);
  }

  /** Those of IT, who have just said again who they are. */
  get asIt(): Client {
    return this.api.confirmed(this.it);
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ScimAnswer> {
    const response = await fetch(`${this.api.url}/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${this.secret}`, ...(body !== undefined && { 'content-type': 'application/scim+json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as JsonObject) };
  }

  /** Whatever is not answered by 2xx is an error. */
  async done(method: string, path: string, body?: unknown): Promise<JsonObject & { id: string }> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as JsonObject & { id: string };
  }

  patch(id: string, ...operations: object[]): Promise<ScimAnswer> {
    return this.ask('PATCH', `/Users/${id}`, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations });
  }

  /** The names of those whom a filter finds. */
  async found(filter: string): Promise<string[]> {
    const { Resources } = await this.done('GET', `/Users?count=200&filter=${encodeURIComponent(filter)}`);
    return (Resources as JsonObject[]).map(({ userName }) => String(userName)).sort();
  }
}
