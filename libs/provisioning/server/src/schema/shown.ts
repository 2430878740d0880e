import { pathOf } from '../filter/filter.ts';
import { placeOf } from '../filter/resolve.ts';
import { scimErrors } from '../http/scim-error.ts';
import { isObject, type JsonObject, type Place, type ResourceType } from './attribute.ts';

/** Which attributes a client wants to read (RFC 7644, section 3.9), as it writes them, parted by commas. */
export interface Wanted {
  attributes: string | undefined;
  excludedAttributes: string | undefined;
}

const always = new Set(['schemas', 'id']);

/** The resource with the attributes that are wanted; `schemas` and `id` always. Errors: invalidValue when both are asked for. */
export function shown(type: ResourceType, resource: JsonObject, { attributes, excludedAttributes }: Wanted): JsonObject {
  if (attributes && excludedAttributes) throw scimErrors.invalidValue('attributes and excludedAttributes exclude each other.');
  if (attributes) return only(resource, placesOf(type, attributes));
  if (excludedAttributes) return allBut(resource, placesOf(type, excludedAttributes));
  return resource;
}

/** Whether an attribute would be shown: what is dear to read need not be. */
export function isShown(type: ResourceType, name: string, { attributes, excludedAttributes }: Wanted): boolean {
  const isNamed = (list: string) => placesOf(type, list).some(({ attribute, sub }) => attribute?.name === name && (list === attributes || !sub));
  if (attributes) return isNamed(attributes);
  return !excludedAttributes || !isNamed(excludedAttributes);
}

type Named = { extension: string | null; attribute: Place['attribute'] | null; sub: Place['sub'] };

/** What names nothing is passed over. */
function placesOf(type: ResourceType, list: string): Named[] {
  return list.split(',').map((name) => name.trim()).filter(Boolean).flatMap((name): Named[] => {
    const extension = type.extensions.find(({ id }) => id.toLowerCase() === name.toLowerCase());
    if (extension) return [{ extension: extension.id, attribute: null, sub: null }];
    const place = placeOf(type, pathOf(name));
    return place ? [{ extension: place.extension?.id ?? null, attribute: place.attribute, sub: place.sub }] : [];
  });
}

function only(resource: JsonObject, places: readonly Named[]): JsonObject {
  const kept: JsonObject = Object.fromEntries(Object.entries(resource).filter(([name]) => always.has(name)));
  for (const { extension, attribute, sub } of places) {
    const [from, into] = extension ? [resource[extension], (kept[extension] ??= {})] : [resource, kept];
    if (!isObject(from) || !isObject(into)) continue;
    if (!attribute) Object.assign(into, from);
    else {
      const value = from[attribute.name];
      if (value !== undefined) into[attribute.name] = sub ? partOf(value, sub.name, into[attribute.name]) : value;
    }
  }
  return withoutEmpty(kept);
}

function partOf(value: JsonObject[string], name: string, already: JsonObject[string] | undefined): JsonObject[string] {
  if (Array.isArray(value)) return value.map((one, at) => partOf(one, name, Array.isArray(already) ? already[at] : undefined));
  if (!isObject(value) || value[name] === undefined) return already ?? {};
  return { ...(isObject(already) ? already : {}), [name]: value[name] };
}

function allBut(resource: JsonObject, places: readonly Named[]): JsonObject {
  const kept = structuredClone(resource);
  for (const { extension, attribute, sub } of places) {
    const holder = extension ? kept[extension] : kept;
    if (!isObject(holder)) continue;
    if (!attribute) {
      if (extension) delete kept[extension];
    } else if (sub) strip(holder[attribute.name], sub.name);
    else if (!always.has(attribute.name)) delete holder[attribute.name];
  }
  return withoutEmpty(kept);
}

function strip(value: JsonObject[string] | undefined, name: string): void {
  if (Array.isArray(value)) value.forEach((one) => strip(one, name));
  else if (isObject(value)) delete value[name];
}

const withoutEmpty = (resource: JsonObject): JsonObject => Object.fromEntries(Object.entries(resource).filter(([, value]) => !isObject(value) || Object.keys(value).length > 0));
