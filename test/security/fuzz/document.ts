import { getNamedType, isEnumType, isObjectType, isRequiredArgument, isScalarType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Operation } from '../access-matrix/operation.ts';
import type { Values } from './values.ts';

type Field = GraphQLField<unknown, unknown>;

/** By field, as `Post.title`: arguments that reach something. */
export type Examples = ReadonlyMap<string, readonly Record<string, unknown>[]>;

const isLeaf = (field: Field): boolean => isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));

/** A random document that the schema allows: arguments as variables, aliases, fragments, deep and wide up to and over the limits. */
export class RandomDocument {
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly fragments: string[] = [];
  /** Fields of types, as `Post.title`. */
  readonly fields = new Set<string>();
  private left: number;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
    private readonly examples: Examples,
    readonly kind: 'query' | 'mutation',
  ) {
    // Mostly what a page could ask for; sometimes what none should.
    this.left = values.chance(5) ? 300 : values.number(5, 60);
  }

  operation(): Operation {
    const root = this.kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!root) throw new Error('The schema has no root.');
    const count = this.kind === 'query' ? this.values.number(1, 4) : 1;
    const all = Object.values(root.getFields());
    const written = Array.from({ length: count }, (_, i) => `r${i}: ${this.field(root, this.values.one(all), 1)}`);
    const query = `${this.kind}${this.declared.length > 0 ? ` (${this.declared.join(', ')})` : ''} { ${written.join(' ')} } ${this.fragments.join(' ')}`;
    return { query, variables: this.variables };
  }

  private field(parent: GraphQLObjectType, field: Field, depth: number): string {
    this.left -= 1;
    this.fields.add(`${parent.name}.${field.name}`);
    const example = this.exampleOf(parent, field);
    const given = field.args.filter((argument) => argument.name in example || isRequiredArgument(argument) || this.values.chance(20)).map(({ name, type }) => {
      const variable = `v${this.declared.length}`;
      this.declared.push(`$${variable}: ${String(type)}`);
      this.variables[variable] = name in example && this.values.chance(85) ? example[name] : this.values.of(type, name);
      return `${name}: $${variable}`;
    });
    const inner = getNamedType(field.type);
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${isObjectType(inner) ? this.selection(inner, depth + 1) : ''}`;
  }

  /** Mostly what a row of the matrix asks with: it reaches what there is. */
  private exampleOf(parent: GraphQLObjectType, field: Field): Record<string, unknown> {
    const known = this.examples.get(`${parent.name}.${field.name}`) ?? [];
    return known.length > 0 && this.values.chance(60) ? this.values.one(known) : {};
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const [leaves, inner] = [all.filter(isLeaf), all.filter((field) => !isLeaf(field))];
    const chosen = leaves.filter(() => this.values.chance(60));
    // A page is asked for what stands in it.
    const isWrapping = /(Connection|Edge)$/.test(type.name);
    const count = this.left <= 0 || depth >= (this.values.chance(2) ? 14 : 10) ? 0 : isWrapping ? inner.length : this.values.number(0, 3);
    for (let i = 0; i < count; i += 1) {
      const next = isWrapping ? inner[i] : this.values.one(inner.length > 0 ? inner : leaves);
      if (next && !chosen.includes(next)) chosen.push(next);
    }
    const written = chosen.map((field) => `${this.alias(field)}${this.field(type, field, depth)}`);
    const whole = `{ __typename ${written.join(' ')} }`;
    if (this.values.chance(10)) return ` { ... on ${type.name} ${whole} }`;
    if (!this.values.chance(10)) return ` ${whole}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${whole}`);
    return ` { ...${name} }`;
  }

  /** One and the same field may come in two shapes only under two names: a field with arguments always has its own. */
  private alias(field: Field): string {
    if (field.args.length === 0 && !(this.aliases < 10 && this.values.chance(2))) return '';
    this.aliases += 1;
    return `a${this.aliases}: `;
  }
}
