import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType, type GraphQLSchema } from 'graphql';

/** A place for a text in the arguments of a mutation. */
export interface TextField {
  /** Where the schema declares it: `CreatePostInput.title`, `closeQuestion.words`. */
  name: string;
  kind: 'String' | 'RichText' | 'JsonObject';
  path: readonly (string | number)[];
}

type Inputs = readonly { name: string; type: GraphQLInputType }[];

const textual = ['String', 'RichText', 'JsonObject'];
const bare = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

/** Names of all texts that a mutation of the schema takes. */
export function textFieldNames(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (owner: string, inputs: Inputs) => {
    if (seen.has(owner)) return;
    seen.add(owner);
    for (const { name, type } of inputs) {
      const inner = getNamedType(type);
      if (isInputObjectType(inner)) visit(inner.name, Object.values(inner.getFields()));
      else if (textual.includes(inner.name)) found.add(`${owner}.${name}`);
    }
  };
  for (const { name, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) visit(name, args);
  return [...found].sort();
}

/** The places for texts in arguments: those that have something in them, and those of the same objects that have nothing yet. */
export function textFieldsOf(schema: GraphQLSchema, mutation: string, args: Record<string, unknown>): TextField[] {
  const field = schema.getMutationType()?.getFields()[mutation];
  if (!field) throw new Error(`There is no mutation ${mutation}.`);
  return fieldsIn(mutation, field.args, args, []);
}

function fieldsIn(owner: string, inputs: Inputs, given: Record<string, unknown>, path: readonly (string | number)[]): TextField[] {
  return inputs.flatMap(({ name, type }) => valuesOf(owner, name, bare(type), given[name], [...path, name]));
}

function valuesOf(owner: string, name: string, type: GraphQLInputType, value: unknown, path: readonly (string | number)[]): TextField[] {
  if (isListType(type)) {
    const inner = bare(type.ofType);
    const items = Array.isArray(value) && value.length > 0 ? value : isInputObjectType(inner) ? [] : [undefined];
    return items.flatMap((item, i) => valuesOf(owner, name, inner, item, [...path, i]));
  }
  if (isInputObjectType(type)) {
    if (typeof value !== 'object' || value === null) return [];
    return fieldsIn(type.name, Object.values(type.getFields()), value as Record<string, unknown>, path);
  }
  const kind = textual.find((one) => one === getNamedType(type).name) as TextField['kind'] | undefined;
  return kind ? [{ name: `${owner}.${name}`, kind, path }] : [];
}

/** The same arguments with something else in one place. */
export function withValue(args: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = Array.isArray(args) ? [...(args as unknown[])] : [];
    items[step] = withValue(items[step], rest, value);
    return items;
  }
  const object = (args ?? {}) as Record<string, unknown>;
  return { ...object, [step]: withValue(object[step], rest, value) };
}
