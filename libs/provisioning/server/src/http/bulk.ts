import { isObject, type Json, type JsonObject } from '../schema/attribute.ts';
import { mostBulkOperations } from './discovery.ts';
import { refusalOf } from './scim-error.filter.ts';
import { ScimError, scimErrors } from './scim-error.ts';

export const bulkRequestSchema = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const bulkResponseSchema = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

export interface BulkOperation {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  endpoint: string;
  /** Null for POST. */
  id: string | null;
  data: Json;
  /** Entity tag that is expected; null: none. */
  version: string | null;
}

export interface BulkOutcome {
  status: number;
  location: string;
  version?: string;
  id: string;
}

/**
 * Several operations in one request (RFC 7644, section 3.7), each a transaction of its own, in order; those that name what is made by a later one (`bulkId:…`)
 * wait for it. Errors: invalidSyntax, tooManyOperations; those of an operation stand in its place of the answer.
 */
export async function runBulk(body: Json, perform: (operation: BulkOperation) => Promise<BulkOutcome>): Promise<Record<string, Json>> {
  const operations = isObject(body) ? body['Operations'] : undefined;
  if (!isObject(body) || !Array.isArray(operations)) throw scimErrors.invalidSyntax('A bulk request holds a list of Operations.');
  if (operations.length > mostBulkOperations) throw scimErrors.tooManyOperations(mostBulkOperations);
  const mostErrors = typeof body['failOnErrors'] === 'number' && body['failOnErrors'] > 0 ? body['failOnErrors'] : Infinity;
  const made = new Map<string, string>();
  const answers: (Record<string, Json> | undefined)[] = operations.map(() => undefined);
  let errors = 0;
  const attempt = async (at: number, isLast: boolean): Promise<void> => {
    const told = operations[at] ?? null;
    const answer = await answerTo(told, { made, isLast, perform });
    if (!answer) return;
    answers[at] = answer;
    if (Number(answer['status']) >= 400) errors += 1;
  };
  for (let isLast = false, before = operations.length + 1; ; ) {
    const waiting = answers.flatMap((answer, at) => (answer ? [] : [at]));
    if (waiting.length === 0 || errors >= mostErrors) break;
    isLast = waiting.length === before;
    before = waiting.length;
    for (const at of waiting) if (errors < mostErrors) await attempt(at, isLast);
  }
  return { schemas: [bulkResponseSchema], Operations: answers.filter((answer) => answer !== undefined) };
}

type Round = { made: Map<string, string>; isLast: boolean; perform: (operation: BulkOperation) => Promise<BulkOutcome> };

/** Undefined: it waits for what another one makes. */
async function answerTo(told: Json, { made, isLast, perform }: Round): Promise<Record<string, Json> | undefined> {
  const bulkId = isObject(told) && typeof told['bulkId'] === 'string' ? told['bulkId'] : undefined;
  const about = { ...(isObject(told) && { method: told['method'] ?? null }), ...(bulkId !== undefined && { bulkId }) };
  try {
    const resolved = resolve(told, made);
    if (resolved === undefined) {
      if (!isLast) return undefined;
      throw new ScimError(409, 'A bulkId that is referred to was not made.', { scimType: 'invalidValue' });
    }
    const { id, status, location, version } = await perform(operationOf(resolved));
    if (bulkId !== undefined) made.set(bulkId, id);
    return { ...about, location, ...(version !== undefined && { version }), status: String(status) };
  } catch (error) {
    const { status, body } = refusalOf(error);
    return { ...about, status: String(status), response: body as unknown as JsonObject };
  }
}

/** With the identifiers of what was made; undefined when something was not made yet. */
function resolve(told: Json, made: ReadonlyMap<string, string>): Json | undefined {
  let isWhole = true;
  const within = (value: Json): Json => {
    if (typeof value === 'string') {
      return value.replace(/(^|\/)bulkId:([^/]+)$/, (whole, before: string, bulkId: string) => {
        const id = made.get(bulkId);
        if (id === undefined) isWhole = false;
        return id === undefined ? whole : before + id;
      });
    }
    if (Array.isArray(value)) return value.map(within);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, key === 'bulkId' ? held : within(held)])) : value;
  };
  const resolved = within(told);
  return isWhole ? resolved : undefined;
}

function operationOf(told: Json): BulkOperation {
  if (!isObject(told)) throw scimErrors.invalidSyntax('An operation is a JSON object.');
  const method = String(told['method']).toUpperCase();
  const [, endpoint, id] = /^(\/[A-Za-z]+)(?:\/([^/]+))?$/.exec(String(told['path'])) ?? [];
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH' && method !== 'DELETE') throw scimErrors.invalidSyntax('A method is POST, PUT, PATCH or DELETE.');
  if (endpoint === undefined || (method === 'POST') !== (id === undefined)) throw scimErrors.invalidSyntax('A path is /Users for POST, and /Users/<id> for the others.');
  if (method === 'POST' && typeof told['bulkId'] !== 'string') throw scimErrors.invalidSyntax('POST needs a bulkId.');
  return { method, endpoint, id: id ?? null, data: told['data'] ?? null, version: typeof told['version'] === 'string' ? told['version'] : null };
}
