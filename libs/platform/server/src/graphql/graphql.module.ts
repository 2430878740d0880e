import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphQLError, ValidationContext } from 'graphql';
import { Config } from '../config/config.ts';
import { formatGraphqlError } from '../errors/graphql-error-format.ts';
import { oneMutationRule } from './one-mutation.rule.ts';
import { QueryLimitsPlugin } from './query-limits.plugin.ts';

/** Deepest nesting of an operation: home feed → edges → node → conversation → comments → edges → node → author → name is 9. */
const maxDepth = 12;

// The rules throw by themselves, which Apollo takes for a bug of the server: what they refuse is a fault of the query, told as such.
const reported = { propagateOnRejection: false, onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)] };

/** Apollo Server on `/graphql`, its schema made from the resolvers of all domains, with its limits. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config],
      useFactory: (config: Config) => ({
        autoSchemaFile: true,
        sortSchema: true,
        path: '/graphql',
        introspection: config.introspection,
        playground: false,
        includeStacktraceInErrorResponses: false,
        csrfPrevention: true,
        persistedQueries: false,
        context: ({ req, res }: { req: unknown; res: unknown }) => ({ req, res }),
        formatError: formatGraphqlError,
        parseOptions: { maxTokens: 5_000 },
        validationRules: [maxDepthRule({ n: maxDepth, flattenFragments: true, ...reported }), maxAliasesRule({ n: 15, ...reported }), oneMutationRule],
        plugins: [ApolloServerPluginCacheControlDisabled()],
      }),
    }),
  ],
  providers: [QueryLimitsPlugin],
})
export class PlatformGraphqlModule {}
