import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { TestApi } from '@parvis/identity/server/testing';
import { operationCost, queryLimits } from '@parvis/platform/server';
import { isEnumType, isInputObjectType, isListType, isNonNullType, Kind, parse, typeFromAST, visit, type DocumentNode, type FragmentDefinitionNode, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { domains } from '../domains.ts';

const root = join(import.meta.dirname, '../../../..');
const definitions = globSync(['libs/*/web/src/**/*.graphql', 'apps/web/src/**/*.graphql'], { cwd: root }).flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions);
const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await TestApi.start(domains);
  schema = api.app.get(GraphQLSchemaHost).schema;
});
afterAll(() => api.stop());

/** What a page asks is refused by nobody when it is written: only by the server, when somebody opens the page. */
describe('what the pages ask', () => {
  it('costs less than the most that is allowed, with the rows that each asks for', () => {
    expect(operations.length).toBeGreaterThan(100);
    const costs = operations.map((operation) => [operation.name?.value, operationCost(schema, { query: withFragments(operation), variables: valuesFor(operation) })] as const);
    expect(costs.filter(([, cost]) => cost > queryLimits.cost)).toEqual([]);
  });
});

/** The operation with the fragments it uses, and those that these use. */
function withFragments(operation: OperationDefinitionNode): DocumentNode {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void =>
    void visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`No page has a fragment ${name.value}.`);
        if (used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  // The cache of the pages asks for it everywhere.
  const asked = { SelectionSet: (set: SelectionSetNode) => ({ ...set, selections: [...set.selections, typeName] }) };
  return visit({ kind: Kind.DOCUMENT, definitions: [operation, ...used] }, asked);
}

/** Something for each variable that must be given; the others have what the page says. */
function valuesFor({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
      const meant = typeFromAST(schema, type as never) as GraphQLInputType;
      return isNonNullType(meant) && !defaultValue ? [[variable.name.value, valueOf(meant)]] : [];
    }),
  );
}

function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).flatMap((field) => (isNonNullType(field.type) ? [[field.name, valueOf(field.type)]] : [])));
  return { Int: 1, Float: 1, Boolean: true, RichText: { type: 'doc' }, DateTime: '2026-12-03T09:54:33Z' }[type.name] ?? '01a1c99e-f400-73d4-a929-2658fbb002ab';
}
