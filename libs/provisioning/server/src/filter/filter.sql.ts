import { scimErrors } from '../http/scim-error.ts';
import { named, type Place, type ResourceType } from '../schema/attribute.ts';
import type { Comparison, Filter, Operand, Path } from './filter.ts';
import { comparedAt, operandFor, placeOf, written } from './resolve.ts';

/** How a resource stands in the database. */
export interface Columns {
  /** SQL of attributes that have a column of their own, by name (`meta.created`), with the address of the extension before it. */
  own: Record<string, string>;
  /** The column that holds the resource as JSON. */
  resource: string;
  /** SQL of a JSON list for attributes of several values that stand elsewhere. */
  lists: Record<string, string>;
}

/** A filter as an SQL condition; what it compares with goes to `parameters`. Errors: invalidFilter. */
export function filterSql(type: ResourceType, columns: Columns, filter: Filter, parameters: unknown[]): string {
  return new FilterSql(type, columns, parameters).condition(filter);
}

/** What to sort by, as SQL. Errors: invalidPath for what holds several values. */
export function sortSql(type: ResourceType, columns: Columns, path: Path): string {
  const place = comparedAt(type, path);
  if (place.attribute.multiValued) throw scimErrors.invalidPath(`Nothing can be sorted by ${place.attribute.name}, which holds several values.`);
  const value = singleSql(columns, place);
  return isFolded(place) ? `lower(${value})` : value;
}

const isFolded = ({ attribute, sub }: Place): boolean => !(sub ?? attribute).caseExact && (sub ?? attribute).type === 'string';

class FilterSql {
  constructor(
    private readonly type: ResourceType,
    private readonly columns: Columns,
    private readonly parameters: unknown[],
  ) {}

  condition(filter: Filter): string {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return `(${filter.filters.map((part) => this.condition(part)).join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        // What is not known is not so.
        return `NOT coalesce(${this.condition(filter.filter)}, false)`;
      case 'present':
        return this.present(filter.path);
      case 'compare':
        return this.compare(filter.path, filter.comparison, filter.operand);
      case 'values':
        return this.values(filter.path, filter.filter);
    }
  }

  private present(path: Path): string {
    const place = placeOf(this.type, path);
    if (!place) throw scimErrors.invalidFilter(`There is no attribute ${written(path)}.`);
    if (place.attribute.multiValued) return `EXISTS (SELECT 1 FROM ${this.itemsOf(place)} WHERE ${place.sub ? `item ->> ${this.parameter(place.sub.name)} IS NOT NULL` : 'true'})`;
    return `${singleSql(this.columns, place)} IS NOT NULL`;
  }

  private compare(path: Path, comparison: Comparison, operand: Operand): string {
    const place = comparedAt(this.type, path);
    const typed = operandFor(place.sub ?? place.attribute, comparison, operand);
    if (!place.attribute.multiValued) return this.compared(singleSql(this.columns, place), place, comparison, typed);
    // « Not equal » is said of all its values: none is.
    if (comparison === 'ne') return `NOT ${this.some(place, 'eq', typed)}`;
    return this.some(place, comparison, typed);
  }

  private some(place: Place, comparison: Comparison, operand: Operand): string {
    if (!place.sub) throw scimErrors.invalidFilter(`${place.attribute.name} cannot be compared.`);
    if (operand === null) return `NOT EXISTS (SELECT 1 FROM ${this.itemsOf(place)})`;
    return `EXISTS (SELECT 1 FROM ${this.itemsOf(place)} WHERE ${this.compared(`(item ->> '${place.sub.name}')`, place, comparison, operand)})`;
  }

  private values(path: Path, filter: Filter): string {
    const place = placeOf(this.type, path);
    if (!place?.attribute.multiValued || place.sub) throw scimErrors.invalidFilter(`${written(path)} does not hold several values.`);
    return `EXISTS (SELECT 1 FROM ${this.itemsOf(place)} WHERE ${this.ofItem(place, filter)})`;
  }

  private ofItem(place: Place, filter: Filter): string {
    if ('filters' in filter) return `(${filter.filters.map((part) => this.ofItem(place, part)).join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
    if (filter.kind === 'not') return `NOT coalesce(${this.ofItem(place, filter.filter)}, false)`;
    if (filter.kind === 'values') throw scimErrors.invalidFilter(`${place.attribute.name} holds nothing that could be filtered further.`);
    const sub = named(place.attribute.subAttributes ?? [], filter.path.attribute);
    if (!sub) throw scimErrors.invalidFilter(`There is no attribute ${place.attribute.name}.${filter.path.attribute}.`);
    const value = `(item ->> '${sub.name}')`;
    if (filter.kind === 'present') return `${value} IS NOT NULL`;
    return this.compared(value, { ...place, sub }, filter.comparison, operandFor(sub, filter.comparison, filter.operand));
  }

  private compared(value: string, place: Place, comparison: Comparison, operand: Operand): string {
    if (operand === null) return `${value} IS ${comparison === 'eq' ? '' : 'NOT '}NULL`;
    const { type } = place.sub ?? place.attribute;
    if (type === 'boolean') return `coalesce((${value})::boolean, false) ${comparison === 'eq' ? '=' : '<>'} ${this.parameter(operand)}`;
    if (type === 'dateTime') return this.dated(value, comparison, operand);
    const folded = isFolded(place);
    const left = folded ? `lower(${value})` : value;
    const right = folded ? `lower(${this.parameter(operand)}::text)` : `${this.parameter(operand)}::text`;
    return textComparisons[comparison](left, right);
  }

  private dated(value: string, comparison: Comparison, operand: Operand): string {
    const sign = dateSigns[comparison];
    if (!sign) throw scimErrors.invalidFilter(`An instant cannot be compared by ${comparison}.`);
    // As it is told: to the millisecond.
    return `date_trunc('milliseconds', ${value}) ${sign} ${this.parameter(operand)}::timestamptz`;
  }

  private itemsOf({ extension, attribute }: Place): string {
    const list = this.columns.lists[attribute.name] ?? `${holderSql(this.columns, extension?.id)} -> '${attribute.name}'`;
    return `jsonb_array_elements(coalesce(${list}, '[]')) item`;
  }

  private parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }
}

const holderSql = ({ resource }: Columns, extension: string | undefined): string => (extension === undefined ? resource : `${resource} -> '${extension}'`);

function singleSql(columns: Columns, { extension, attribute, sub }: Place): string {
  const name = sub ? `${attribute.name}.${sub.name}` : attribute.name;
  const own = columns.own[extension ? `${extension.id}:${name}` : name];
  if (own) return own;
  const holder = holderSql(columns, extension?.id);
  return sub ? `(${holder} -> '${attribute.name}' ->> '${sub.name}')` : `(${holder} ->> '${attribute.name}')`;
}

const dateSigns: Partial<Record<Comparison, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };

const textComparisons: Record<Comparison, (left: string, right: string) => string> = {
  eq: (left, right) => `${left} = ${right}`,
  ne: (left, right) => `${left} IS DISTINCT FROM ${right}`,
  co: (left, right) => `strpos(${left}, ${right}) > 0`,
  sw: (left, right) => `starts_with(${left}, ${right})`,
  ew: (left, right) => `right(${left}, length(${right})) = ${right}`,
  gt: (left, right) => `${left} > ${right}`,
  ge: (left, right) => `${left} >= ${right}`,
  lt: (left, right) => `${left} < ${right}`,
  le: (left, right) => `${left} <= ${right}`,
};
