import type { ApolloServerPlugin, GraphQLRequestListener, BaseContext } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLSchemaHost, type Complexity } from '@nestjs/graphql';
import { getVariableValues, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { platformErrors } from '../errors/platform.errors.ts';
import { queryLimits, refusedQuery } from './query-limits.ts';

type CostOf = Parameters<Extract<Complexity, (...parameters: never[]) => unknown>>[0];

/** Cost of a paged field: what stands in it, once for each row asked for. */
export const pageCost = ({ args, childComplexity }: CostOf): number => 1 + Math.max(1, Number(args['first'] ?? 20)) * childComplexity;

/** The same for a page that is read for each parent by itself: a list of parents must not ask for hundreds of lists. */
export const perParentPageCost = (field: CostOf): number => 100 + pageCost(field);

const estimators = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];

/** What an operation may cost at most: fields that could be answered. */
export function operationCost(schema: GraphQLSchema, operation: { query: DocumentNode; variables: Record<string, unknown>; operationName?: string }): number {
  try {
    return getComplexity({ schema, estimators, ...operation });
  } catch (error) {
    // It gives up past 10,000 nodes, which fragments that repeat each other reach with little text.
    if (error instanceof GraphQLError) return Infinity;
    throw error;
  }
}

/** Refuses an operation before it runs when it could answer more fields than the limit; who is to wait is told so by the status too. */
@Plugin()
export class QueryLimitsPlugin implements ApolloServerPlugin {
  constructor(private readonly schemaHost: GraphQLSchemaHost) {}

  async requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return {
      willSendResponse: async ({ response: { body, http } }) => {
        const refusals = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const refused = refusals.find(({ extensions }) => extensions?.['code'] === 'TOO_MANY_REQUESTS');
        if (!refused) return;
        const { seconds } = refused.extensions?.['params'] as { seconds: number };
        http.status = 429;
        http.headers.set('retry-after', String(seconds));
      },
      didResolveOperation: async ({ request, document, operation }) => {
        const variables = request.variables ?? {};
        // Wrong variables have no cost: the execution refuses them by name.
        if (!operation || getVariableValues(this.schemaHost.schema, operation.variableDefinitions ?? [], variables).errors) return;
        const cost = operationCost(this.schemaHost.schema, { query: document, variables, ...(request.operationName && { operationName: request.operationName }) });
        if (cost > queryLimits.cost) throw refusedQuery(platformErrors.queryTooCostly(queryLimits.cost));
      },
    };
  }
}
