import { getNamedType, isEnumType, isObjectType, isRequiredArgument, isScalarType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import type { FieldRow } from './row.ts';

/** In nested things, words and ids alone: what tells a secret is a text. */
const tellingScalars = new Set(['ID', 'String', 'RichText', 'JsonObject']);

const needsNothing = (field: GraphQLField<unknown, unknown>): boolean => !field.args.some((argument) => isRequiredArgument(argument));

/** Whether the field is a page of a list, or a piece of one: passed through to what stands in it. */
const isWrapping = (type: GraphQLObjectType): boolean => /(Connection|Edge|Payload)$/.test(type.name);

/** Everything that a type tells without being asked about anything, and the words of what it holds. */
export function selectionOf(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const chosen = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isScalarType(inner) || isEnumType(inner)) return needsNothing(field) && (depth === 0 || tellingScalars.has(inner.name)) ? [field.name] : [];
    if (!isObjectType(inner) || field.args.length > 0) return [];
    if (inner.name === 'PageInfo') return [];
    if (isWrapping(named)) return [`${field.name}${selectionOf(inner, depth)}`];
    if (depth > 0) return [];
    const nested = inner.name === 'Person' ? ' { id }' : selectionOf(inner, depth + 1);
    return nested ? [`${field.name}${nested}`] : [];
  });
  return chosen.length > 0 ? ` { ${chosen.join(' ')} }` : '';
}

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** The operation of a row: its steps with their arguments as variables, and a wide selection of what the last one answers. */
export function operationOf(schema: GraphQLSchema, { kind, steps }: FieldRow): Operation {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const written: string[] = [];
  let parent = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  let last: GraphQLOutputType | undefined;
  for (const [i, step] of steps.entries()) {
    const field = parent?.getFields()[step.field];
    if (!field) throw new Error(`There is no ${parent?.name}.${step.field} in the schema.`);
    const given = field.args.filter(({ name }) => name in step.args);
    const unknown = Object.keys(step.args).filter((name) => !field.args.some((argument) => argument.name === name));
    if (unknown.length > 0) throw new Error(`${parent?.name}.${field.name} has no argument ${unknown.join(', ')}.`);
    for (const { name, type } of given) {
      declared.push(`$${name}${i}: ${String(type)}`);
      variables[`${name}${i}`] = step.args[name];
    }
    written.push(`${field.name}${given.length > 0 ? `(${given.map(({ name }) => `${name}: $${name}${i}`).join(', ')})` : ''}`);
    last = field.type;
    const named = getNamedType(field.type);
    parent = isObjectType(named) ? named : null;
  }
  const innermost = `${written.at(-1)}${last ? selectionOf(last) : ''}`;
  const whole = written.slice(0, -1).reduceRight((inner, outer) => `${outer} { ${inner} }`, innermost);
  return { query: `${kind}${declared.length > 0 ? ` (${declared.join(', ')})` : ''} { ${whole} }`, variables };
}

/** All fields that need a row: of queries and mutations each, elsewhere those that can be asked about something. */
export function fieldsOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).filter((field) => roots.includes(type) || field.args.length > 0).map((field) => `${type.name}.${field.name}`);
  });
}

