import { scimErrors } from '../http/scim-error.ts';
import { commonAttributes, named, type Attribute, type Place, type ResourceType, type Schema } from '../schema/attribute.ts';
import type { Comparison, Operand, Path } from './filter.ts';

/** Where a path leads; null: nowhere. */
export function placeOf(type: ResourceType, { schema, attribute, sub }: Path): Place | null {
  const extension = schema === null ? null : schemaNamed(type, schema);
  if (extension === undefined) return null;
  const at = extension && extension !== type.core ? extension : null;
  const found = named(at ? at.attributes : [...commonAttributes, ...type.core.attributes], attribute);
  if (!found) return null;
  const within = sub === null ? null : named(found.subAttributes ?? [], sub);
  return within === undefined ? null : { extension: at, attribute: found, sub: within };
}

/** Undefined: no schema of that type. */
export function schemaNamed({ core, extensions }: ResourceType, id: string): Schema | undefined {
  return [core, ...extensions].find((schema) => schema.id.toLowerCase() === id.toLowerCase());
}

/** Where a filter compares: a complex attribute is compared by its `value`. Errors: invalidFilter. */
export function comparedAt(type: ResourceType, path: Path): Place {
  const place = placeOf(type, path);
  if (!place) throw scimErrors.invalidFilter(`There is no attribute ${written(path)}.`);
  if (place.attribute.type !== 'complex' || place.sub) return place;
  return { ...place, sub: named(place.attribute.subAttributes ?? [], 'value') ?? null };
}

/** The operand in the type of the attribute. Errors: invalidFilter. */
export function operandFor(attribute: Attribute, comparison: Comparison, operand: Operand): Operand {
  if (operand === null) {
    if (comparison === 'eq' || comparison === 'ne') return null;
    throw scimErrors.invalidFilter(`${attribute.name} cannot be compared with null by ${comparison}.`);
  }
  if (attribute.type === 'boolean') {
    if (comparison !== 'eq' && comparison !== 'ne') throw scimErrors.invalidFilter(`${attribute.name} cannot be compared by ${comparison}.`);
    const truth = String(operand).toLowerCase();
    if (truth !== 'true' && truth !== 'false') throw scimErrors.invalidFilter(`${attribute.name} is true or false.`);
    return truth === 'true';
  }
  if (attribute.type === 'complex') throw scimErrors.invalidFilter(`${attribute.name} cannot be compared as a whole.`);
  if (attribute.type === 'dateTime') {
    const at = new Date(String(operand));
    // PostgreSQL reads years of four digits alone.
    if (Number.isNaN(at.getTime()) || !/^\d{4}-/.test(at.toISOString())) throw scimErrors.invalidFilter(`${attribute.name} is an instant such as 2026-03-31T08:00:00Z.`);
    return at.toISOString();
  }
  // What no database holds, nothing is equal to.
  if (String(operand).includes('\u0000')) throw scimErrors.invalidFilter(`${attribute.name} holds no such character.`);
  return String(operand);
}

export const written = ({ schema, attribute, sub }: Path): string => `${schema ? `${schema}:` : ''}${attribute}${sub ? `.${sub}` : ''}`;
