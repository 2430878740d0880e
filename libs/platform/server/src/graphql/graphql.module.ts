import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ValidationContext } from 'graphql';
import { Config } from '../config/config.ts';
import type { DomainError } from '../errors/domain-error.ts';
import { formatGraphqlError } from '../errors/graphql-error-format.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { MomentScalar } from './moment.scalar.ts';
import { oneMutationRule } from './one-mutation.rule.ts';
import { queryLimits, refusedQuery } from './query-limits.ts';
import { QueryLimitsPlugin } from './query-limits.plugin.ts';

// The rules throw by themselves, which Apollo takes for a bug of the server: what they refuse is a fault of the query, told as such.
const refusing = (refusal: DomainError) => ({ propagateOnRejection: false, onReject: [(context: ValidationContext | null) => context?.reportError(refusedQuery(refusal))] });

const validationRules = [
  maxDepthRule({ n: queryLimits.depth, flattenFragments: true, ...refusing(platformErrors.queryTooDeep(queryLimits.depth)) }),
  maxAliasesRule({ n: queryLimits.aliases, ...refusing(platformErrors.queryTooManyAliases(queryLimits.aliases)) }),
  oneMutationRule,
];

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
        parseOptions: { maxTokens: queryLimits.tokens },
        validationRules,
        plugins: [ApolloServerPluginCacheControlDisabled()],
      }),
    }),
  ],
  providers: [MomentScalar, QueryLimitsPlugin],
})
export class PlatformGraphqlModule {}
