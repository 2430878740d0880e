import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Role, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { getNamedType, type GraphQLField, isNonNullType, isObjectType } from 'graphql';
import { engagementAndBelow } from '../testing/domains.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());

type Field = GraphQLField<unknown, unknown>;
const queries = ['engagement', 'engagementMonths', 'engagementPulse'] as const;
const fieldsOf = (name: (typeof queries)[number]): Field[] => {
  const type = getNamedType(api.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields()[name]?.type);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

/** A value for each argument that a field must have: a day, all of them are. */
const required = ({ args }: Field): string => {
  const must = args.filter(({ type }) => isNonNullType(type));
  return must.length === 0 ? '' : `(${must.map(({ name }) => `${name}: "2026-03-01"`).join(', ')})`;
};
/** A field with all that it holds and that needs no argument. */
function selected(field: Field): string {
  const type = getNamedType(field.type);
  const inner = isObjectType(type) ? ` { ${Object.values(type.getFields()).map(selected).join(' ')} }` : '';
  return `${field.name}${required(field)}${inner}`;
}
const asked = (query: (typeof queries)[number], field: Field): string => `{ ${query}${query === 'engagementPulse' ? '' : '(from: "2026-03-01", to: "2026-03-02")'} { ${selected(field)} } }`;

const save = (role: Role) => aPerson().being(role).save(api.manager);

describe('each field that HR reads', () => {
  it.each(queries)('of %s is answered to HR and refused to everybody else', async (query) => {
    const [hr, others] = [await save('hr'), await Promise.all(roles.filter((role) => role !== 'hr').map(save))];
    const fields = fieldsOf(query);
    expect(fields.length).toBeGreaterThan(2);
    for (const field of fields) {
      const question = asked(query, field);
      await expect(api.as(hr).send(question)).resolves.toHaveProperty(query);
      for (const other of others) await expect(api.as(other).send(question)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(api.anonymous().send(question)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('is not answered two hundred times at once', async () => {
    const hr = await save('hr');
    const times = (number: number): string => `{ ${Array.from({ length: number }, (_, i) => `a${i}: engagement(from: "2026-03-01", to: "2026-03-02", location: "L${i}") { people }`).join(' ')} }`;
    await expect(api.as(hr).send('{ engagement(from: "2026-03-01", to: "2026-03-02") { people } }')).resolves.toHaveProperty('engagement');
    await expect(api.as(hr).send(times(200))).rejects.toMatchObject({ code: 'QUERY_TOO_MANY_ALIASES', params: { max: 15 } });
  });
});
