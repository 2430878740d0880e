import { parseFilter, type Filter, type Path } from '../filter/filter.ts';
import { equalitiesOf, matches } from '../filter/matches.ts';
import { placeOf, schemaNamed } from '../filter/resolve.ts';
import { scimErrors } from '../http/scim-error.ts';
import { isObject, named, valueAt, type Attribute, type Json, type JsonObject, type Place, type ResourceType } from '../schema/attribute.ts';
import { taken, takenValue } from '../schema/taken.ts';

export const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

type Op = 'add' | 'replace' | 'remove';

/** Where an operation goes: an attribute, or those of its values that the filter means. */
interface Target extends Place {
  filter: Filter | null;
}

const mostOperations = 1_000;

/**
 * The resource once the operations of a PATCH (RFC 7644, section 3.5.2) are done, in order, as `taken` would have it. Understands what Entra ID and Okta send:
 * - operations in any letters (`Replace`), truths as texts (`"False"`), a manager as a bare text or in a list of one;
 * - no path, with an object whose keys may be paths (`name.givenName`, `urn:…:User:department`) or read-only (`id`), which are passed over;
 * - a value of several that is not there yet (`emails[type eq "work"].value`): it is added;
 * - values to remove that stand in `value` instead of the path.
 * Errors: invalidSyntax, invalidPath, noTarget, mutability, invalidValue, invalidFilter.
 */
export function patched(type: ResourceType, resource: JsonObject, operations: Json | undefined): JsonObject {
  if (!Array.isArray(operations) || operations.length === 0) throw scimErrors.invalidSyntax('Operations is a list that holds one operation at least.');
  if (operations.length > mostOperations) throw scimErrors.invalidSyntax(`A PATCH holds ${mostOperations} operations at most.`);
  const result = structuredClone(resource);
  for (const operation of operations) apply(type, result, operation);
  return taken(type, result);
}

function apply(type: ResourceType, resource: JsonObject, operation: Json): void {
  if (!isObject(operation)) throw scimErrors.invalidSyntax('An operation is a JSON object.');
  const field = (name: string): Json | undefined => Object.entries(operation).find(([key]) => key.toLowerCase() === name)?.[1];
  const op = opOf(field('op'));
  const path = field('path');
  const value = field('value') ?? null;
  if (path !== undefined && path !== null && path !== '') {
    if (typeof path !== 'string') throw scimErrors.invalidPath('A path is a text.');
    applyAt(type, resource, { op, path, value });
    return;
  }
  if (op === 'remove') throw scimErrors.noTarget('A removal needs a path.');
  if (!isObject(value)) throw scimErrors.invalidValue('Without a path, the value is a JSON object.');
  applyWhole(type, resource, op, value);
}

function opOf(said: Json | undefined): Op {
  const op = String(said).toLowerCase();
  if (op === 'add' || op === 'replace' || op === 'remove') return op;
  throw scimErrors.invalidSyntax('An operation is add, replace or remove.');
}

/** An object instead of a path: each of its keys is one. */
function applyWhole(type: ResourceType, resource: JsonObject, op: Op, value: JsonObject): void {
  for (const [path, told] of Object.entries(value)) {
    if (path.toLowerCase() === 'schemas') continue;
    const target = targetOf(type, path);
    // Okta sends the id along.
    if (target !== 'schema' && target !== 'passed-over' && target.attribute.mutability === 'readOnly') continue;
    applyAt(type, resource, { op, path, value: told });
  }
}

function applyAt(type: ResourceType, resource: JsonObject, { op, path, value }: { op: Op; path: string; value: Json }): void {
  const target = targetOf(type, path);
  if (target === 'passed-over') return;
  if (target === 'schema') return applyToSchema(type, resource, { op, path, value });
  const { attribute, sub } = target;
  if (attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly') throw scimErrors.mutability(path);
  const before = valueAt(resource, target);
  const isTakenAway = op === 'remove' || value === null || value === '';
  set(resource, target, isTakenAway ? without(target, before, op === 'remove' ? value : null) : withValue(target, before, { op, value }));
}

/** The address of an extension as the path: the object under it, or all of it. */
function applyToSchema(type: ResourceType, resource: JsonObject, { op, path, value }: { op: Op; path: string; value: Json }): void {
  const schema = schemaNamed(type, path);
  if (!schema) throw scimErrors.invalidPath(`There is no attribute ${path}.`);
  if (op === 'remove' || value === null) {
    if (schema === type.core) throw scimErrors.mutability(path);
    delete resource[schema.id];
  } else if (isObject(value)) {
    for (const [name, told] of Object.entries(value)) applyAt(type, resource, { op, path: `${schema.id}:${name}`, value: told });
  } else throw scimErrors.invalidValue(`${schema.id} is a JSON object.`);
}

const parts = /^([^[\]]+)(?:\[(.*)\](?:\.([A-Za-z$][\w$-]*))?)?$/s;

function targetOf(type: ResourceType, written: string): Target | 'schema' | 'passed-over' {
  if (schemaNamed(type, written)) return 'schema';
  const [whole, before, filter, after] = parts.exec(written.trim()) ?? [];
  const path = whole === undefined || before === undefined ? null : readPath(before);
  if (!path) throw scimErrors.invalidPath('The path cannot be read.');
  const place = placeOf(type, after === undefined ? path : { ...path, sub: after });
  if (!place) {
    if (type.passedOver.has(path.attribute.toLowerCase()) || (path.sub !== null && type.passedOver.has(path.sub.toLowerCase()))) return 'passed-over';
    const known = placeOf(type, { ...path, sub: null });
    if (known && after !== undefined && type.passedOver.has(after.toLowerCase())) return 'passed-over';
    throw scimErrors.invalidPath(`There is no attribute ${written.slice(0, 100)}.`);
  }
  if (filter !== undefined && !(place.attribute.multiValued && place.attribute.subAttributes)) throw scimErrors.invalidPath(`${place.attribute.name} holds one value: it cannot be filtered.`);
  return { ...place, filter: filter === undefined ? null : parseFilter(filter) };
}

const pathPattern = /^(?:(urn:[A-Za-z0-9._:-]+):)?([A-Za-z$][\w$-]*)(?:\.([A-Za-z$][\w$-]*))?$/i;

function readPath(written: string): Path | null {
  const [, schema, attribute, sub] = pathPattern.exec(written) ?? [];
  return attribute === undefined ? null : { schema: schema ?? null, attribute, sub: sub ?? null };
}

/** Undefined takes it away; what holds nothing any more goes with it. */
function set(resource: JsonObject, { extension, attribute }: Place, value: Json | undefined): void {
  const within = extension ? resource[extension.id] : undefined;
  const holder: JsonObject = extension ? (isObject(within) ? within : {}) : resource;
  if (value === undefined) delete holder[attribute.name];
  else holder[attribute.name] = value;
  if (extension) resource[extension.id] = holder;
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function without({ attribute, sub, filter }: Target, before: Json | undefined, values: Json): Json | undefined {
  const less = (one: Json): Json | undefined => {
    if (!sub) return undefined;
    const { [sub.name]: _removed, ...rest } = objectOf(one);
    return rest;
  };
  if (!attribute.multiValued) return before === undefined ? undefined : less(before);
  const isMeant = meant(attribute, filter, values);
  return listOf(before).flatMap((one) => (isMeant(one) ? (less(one) ?? []) : [one]));
}

/** Entra ID names in `value` which of several are to go. */
function meant(attribute: Attribute, filter: Filter | null, values: Json): (one: Json) => boolean {
  if (filter) return (one) => matches(filter, one, attribute);
  const named = takenValue(attribute, values);
  if (named === undefined) return () => true;
  const keys = new Set(listOf(named).map(keyOf));
  return (one) => keys.has(keyOf(one));
}

/** Values of several are told apart by their `value`. */
const keyOf = (one: Json): string => String(isObject(one) ? one['value'] : one).toLowerCase();

function withValue(target: Target, before: Json | undefined, { op, value }: { op: Op; value: Json }): Json | undefined {
  const { attribute, sub, filter } = target;
  if (!attribute.multiValued) return sub ? { ...objectOf(before), [sub.name]: value } : withOne(attribute, before, value);
  if (filter || sub) return withMeant(target, listOf(before), value);
  const told = listOf(takenValue(attribute, value));
  if (op === 'replace') return told;
  const keys = new Set(told.map(keyOf));
  const stay = listOf(before).filter((one) => !keys.has(keyOf(one)));
  return [...unlessPrimary(told, stay), ...told];
}

/** An object gives what it holds, and leaves the rest (RFC 7644, section 3.5.2.3). */
function withOne(attribute: Attribute, before: Json | undefined, value: Json): Json | undefined {
  const told = takenValue(attribute, value);
  if (!isObject(value) || !isObject(told) || named(attribute.subAttributes ?? [], 'value')) return told;
  const emptied = Object.keys(value).filter((name) => value[name] === null || value[name] === '').flatMap((name) => named(attribute.subAttributes ?? [], name)?.name ?? []);
  return Object.fromEntries(Object.entries({ ...objectOf(before), ...told }).filter(([name]) => !emptied.includes(name)));
}

/** Those of several that the filter means, all without one; where it means none, what it says makes a new one. */
function withMeant({ attribute, sub, filter }: Target, before: Json[], value: Json): Json[] {
  const change = (one: JsonObject): JsonObject => (sub ? { ...one, [sub.name]: value } : { ...one, ...objectOf(takenValue({ ...attribute, multiValued: false }, value)) });
  const isMeant = (one: Json): boolean => !filter || matches(filter, one, attribute);
  const after = before.map((one) => (isMeant(one) ? change(objectOf(one)) : one));
  if (before.some(isMeant)) return after;
  const made = filter ? equalitiesOf(filter, attribute) : {};
  if (!made) throw scimErrors.noTarget(`No value of ${attribute.name} is meant by the filter.`);
  return [...before, change(made)];
}

/** Whoever was the primary one is not any more when another comes as that. */
function unlessPrimary(told: readonly Json[], stay: Json[]): Json[] {
  if (!told.some((one) => isObject(one) && one['primary'] === true)) return stay;
  return stay.map((one) => {
    const { primary: _primary, ...rest } = objectOf(one);
    return rest;
  });
}

/** What a PATCH asks for. Errors: invalidSyntax. */
export function operationsOf(body: Json): Json | undefined {
  if (!isObject(body)) throw scimErrors.invalidSyntax('A PATCH is a JSON object.');
  return Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1];
}
