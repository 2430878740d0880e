import { isObject, named, type Attribute, type Json } from '../schema/attribute.ts';
import { scimErrors } from '../http/scim-error.ts';
import type { Comparison, Filter, Operand } from './filter.ts';
import { operandFor } from './resolve.ts';

/** Whether one value of an attribute of several (`emails[type eq "work"]`) is meant. Errors: invalidFilter. */
export function matches(filter: Filter, value: Json, attribute: Attribute): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((part) => matches(part, value, attribute));
    case 'or':
      return filter.filters.some((part) => matches(part, value, attribute));
    case 'not':
      return !matches(filter.filter, value, attribute);
    case 'values':
      throw scimErrors.invalidFilter(`${attribute.name} holds nothing that could be filtered further.`);
    case 'present':
      return !isNothing(within(value, subOf(attribute, filter.path.attribute)));
    case 'compare': {
      const sub = subOf(attribute, filter.path.attribute);
      const operand = operandFor(sub, filter.comparison, filter.operand);
      return compared(filter.comparison, within(value, sub), operand, sub);
    }
  }
}

/** What the value must hold to be meant: `{type: 'work'}` for `type eq "work"`. Null: the filter is not made of equalities alone. */
export function equalitiesOf(filter: Filter, attribute: Attribute): Record<string, string | boolean> | null {
  if (filter.kind === 'and') {
    const parts = filter.filters.map((part) => equalitiesOf(part, attribute));
    return parts.includes(null) ? null : Object.assign({}, ...parts);
  }
  if (filter.kind !== 'compare' || filter.comparison !== 'eq') return null;
  const sub = subOf(attribute, filter.path.attribute);
  const operand = operandFor(sub, 'eq', filter.operand);
  return typeof operand === 'string' || typeof operand === 'boolean' ? { [sub.name]: operand } : null;
}

function subOf(attribute: Attribute, name: string): Attribute {
  const sub = named(attribute.subAttributes ?? [], name);
  if (!sub) throw scimErrors.invalidFilter(`There is no attribute ${attribute.name}.${name}.`);
  return sub;
}

const within = (value: Json, sub: Attribute): Json | undefined => (isObject(value) ? value[sub.name] : undefined);
const isNothing = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

function compared(comparison: Comparison, value: Json | undefined, operand: Operand, { caseExact, type }: Attribute): boolean {
  if (operand === null) return isNothing(value) === (comparison === 'eq');
  if (type === 'boolean') return ((value ?? false) === operand) === (comparison === 'eq');
  if (isNothing(value)) return comparison === 'ne';
  const folded = (said: Json | Operand | undefined): string => (caseExact ? String(said) : String(said).toLowerCase());
  const [left, right] = [folded(value), folded(operand)];
  switch (comparison) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'co':
      return left.includes(right);
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}
