import { scimErrors } from '../http/scim-error.ts';
import { commonAttributes, isObject, named, type Attribute, type Json, type JsonObject, type ResourceType } from './attribute.ts';

/** Long enough for any name, and short enough for an index that holds two of them. */
const longestText = 256;
const mostValues = 50;

const isTold = (attribute: Attribute): boolean => attribute.mutability !== 'readOnly';

/**
 * What a client tells of a resource, in the names and types of its schema: names in any letters, truths as texts, one value where several may be. What a
 * client cannot set, what is empty (RFC 7643, section 2.5) and what Parvis does not keep is left out. Errors: invalidSyntax, invalidValue.
 */
export function taken(type: ResourceType, told: Json | undefined): JsonObject {
  if (!isObject(told)) throw scimErrors.invalidSyntax('A resource is a JSON object.');
  const resource = takenOf([...commonAttributes, ...type.core.attributes], told);
  for (const extension of type.extensions) {
    const key = Object.keys(told).find((name) => name.toLowerCase() === extension.id.toLowerCase());
    const within = key === undefined ? undefined : told[key];
    if (!isObject(within)) continue;
    const kept = takenOf(extension.attributes, within);
    if (Object.keys(kept).length > 0) resource[extension.id] = kept;
  }
  for (const { name, required } of type.core.attributes) if (required && resource[name] === undefined) throw scimErrors.invalidValue(`${name} is required.`);
  return resource;
}

function takenOf(attributes: readonly Attribute[], told: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(told)) {
    const attribute = named(attributes, name);
    if (!attribute || !isTold(attribute)) continue;
    const taken = takenValue(attribute, value);
    if (taken !== undefined) kept[attribute.name] = taken;
  }
  return kept;
}

/** Undefined: nothing is told. Errors: invalidValue. */
export function takenValue(attribute: Attribute, value: Json): Json | undefined {
  if (value === null) return undefined;
  if (!attribute.multiValued) return takenOne(attribute, Array.isArray(value) ? onlyOf(attribute, value) : value);
  const values = (Array.isArray(value) ? value : [value]).map((one) => takenOne(attribute, one)).filter((one) => one !== undefined);
  if (values.length > (attribute.name === 'members' ? Infinity : mostValues)) throw scimErrors.invalidValue(`${attribute.name} holds ${mostValues} values at most.`);
  const distinct = [...new Map(values.map((one) => [JSON.stringify(one), one])).values()];
  return distinct.length > 0 ? withOnePrimary(distinct) : undefined;
}

// Entra ID writes a manager as a list of one.
function onlyOf({ name }: Attribute, values: readonly Json[]): Json {
  if (values.length > 1) throw scimErrors.invalidValue(`${name} holds one value.`);
  return values[0] ?? null;
}

function takenOne(attribute: Attribute, value: Json): Json | undefined {
  if (value === null || value === '') return undefined;
  if (attribute.type === 'complex') return takenComplex(attribute, value);
  if (isObject(value) && value['value'] !== undefined) return takenOne(attribute, value['value']);
  if (typeof value === 'object') throw scimErrors.invalidValue(`${attribute.name} is a single value.`);
  if (attribute.type === 'boolean') return truthOf(attribute, value);
  const said = String(value).toWellFormed().replaceAll('\u0000', '').trim();
  if ([...said].length > longestText) throw scimErrors.invalidValue(`${attribute.name} holds ${longestText} characters at most.`);
  return said === '' ? undefined : said;
}

function takenComplex(attribute: Attribute, value: Json): Json | undefined {
  const subAttributes = attribute.subAttributes ?? [];
  // Entra ID writes the manager, Okta at times an address, as a bare text.
  const whole = isObject(value) ? value : { value };
  if (Array.isArray(value) || (!isObject(value) && !named(subAttributes, 'value'))) throw scimErrors.invalidValue(`${attribute.name} is an object.`);
  const kept = takenOf(subAttributes, whole);
  // An address without an address tells nothing.
  const isEmpty = named(subAttributes, 'value') ? kept['value'] === undefined : Object.keys(kept).length === 0;
  return isEmpty ? undefined : kept;
}

function truthOf({ name }: Attribute, value: Json): boolean {
  const said = String(value).toLowerCase();
  if (said === 'true' || said === 'false') return said === 'true';
  throw scimErrors.invalidValue(`${name} is true or false.`);
}

/** RFC 7643, section 2.4: one value at most is the primary one; the last to say so. */
function withOnePrimary(values: Json[]): Json[] {
  const last = values.findLastIndex((value) => isObject(value) && value['primary'] === true);
  // Not primary and nothing said of it are the same.
  return values.map((value, at) => {
    if (!isObject(value) || value['primary'] === undefined || at === last) return value;
    const { primary: _primary, ...rest } = value;
    return rest;
  });
}
