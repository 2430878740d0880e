import type { INestApplication } from '@nestjs/common';
import { Realtime } from '@parvis/platform/server';
import type { GraphQLSchema } from 'graphql';
import { fieldsOf } from './operation.ts';
import type { Row } from './row.ts';

/** A layer of Express’ router: a route, or something that is put before routes. */
interface Layer {
  slash: boolean;
  match(path: string): boolean;
  route?: { path: string; methods: Record<string, boolean> };
}

/** Before every route, or answered by Apollo at this address. */
const mounted = ['/graphql'];
/** Nest’s way to run middleware: it answers nothing itself. */
const everyPath = '{/*splat}';

/** What can be reached from outside: fields of the schema, topics of sockets, routes. */
export function reachable(app: INestApplication, schema: GraphQLSchema): Record<'field' | 'topic' | 'route', string[]> {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  const routes = router.stack.flatMap(({ route }) => (route && route.path !== everyPath ? methodsOf(route).map((method) => `${method.toUpperCase()} ${route.path}`) : []));
  const unknown = router.stack.filter((layer) => !layer.route && !layer.slash && !mounted.some((path) => layer.match(path)));
  return { field: fieldsOf(schema), topic: ['home', ...app.get(Realtime).topicKinds], route: [...routes, ...unknown.map(() => 'something that is mounted by app.use')] };
}

/** Express names each of some thirty where a route answers to all. */
const methodsOf = ({ methods }: { methods: Record<string, boolean> }): string[] => (Object.keys(methods).length > 10 ? ['all'] : Object.keys(methods));

const places = { field: 'in the file of its domain', topic: 'in outside.ts', route: 'in outside.ts' };

/** A sentence for each that no row is about, and for each row about nothing. */
export function missingRows(app: INestApplication, schema: GraphQLSchema, rows: readonly Row[]): string[] {
  const all = reachable(app, schema);
  const named = new Set(rows.map(({ name }) => name));
  const kinds = Object.keys(all) as (keyof typeof all)[];
  const missing = kinds.flatMap((kind) => all[kind].filter((name) => !named.has(name)).map((name) => `The ${kind} ${name} has no row in the access matrix: say who gets what of it in test/security/access-matrix/rows, ${places[kind]} (see test/security/README.md).`));
  const known = new Set(kinds.flatMap((kind) => all[kind]));
  const gone = [...named].filter((name) => !known.has(name)).map((name) => `The access matrix has a row for ${name}, which is not there: remove it from test/security/access-matrix/rows.`);
  return [...missing, ...gone];
}
