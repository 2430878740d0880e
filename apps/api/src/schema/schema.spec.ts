import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { TestApi } from '@parvis/identity/server/testing';
import { isEnumType, isInputObjectType, isIntrospectionType, isObjectType, isSpecifiedScalarType, printSchema, type GraphQLSchema } from 'graphql';
import { domains } from '../domains.ts';

const committed = join(import.meta.dirname, '../../schema.graphql');

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await TestApi.start(domains);
  schema = api.app.get(GraphQLSchemaHost).schema;
});
afterAll(() => api.stop());

describe('the GraphQL schema', () => {
  it('is the one that is committed (npm run schema brings it up to date)', () => {
    const printed = `${printSchema(schema)}\n`;
    if (process.env['UPDATE_SCHEMA']) writeFileSync(committed, printed);
    expect(readFileSync(committed, 'utf8')).toBe(printed);
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(schema)).toEqual([]);
  });
});

function undescribed(of: GraphQLSchema): string[] {
  const missing: string[] = [];
  const check = (name: string, thing: { description?: string | null | undefined }): void => {
    if (!thing.description?.trim()) missing.push(name);
  };
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const isRoot = [of.getQueryType(), of.getMutationType()].includes(type as never);
    if (!isRoot) check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return missing;
}
