import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Config } from '../config/config.ts';
import { formatGraphqlError } from '../errors/graphql-error-format.ts';
import { QueryLimitsPlugin } from './query-limits.plugin.ts';

/** Deepest nesting of an operation: home feed → edges → node → conversation → comments → edges → node → author → name is 9. */
const maxDepth = 12;

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
        context: ({ req, res }: { req: unknown; res: unknown }) => ({ req, res }),
        formatError: formatGraphqlError,
        parseOptions: { maxTokens: 5_000 },
        validationRules: [maxDepthRule({ n: maxDepth, flattenFragments: true }), maxAliasesRule({ n: 15 })],
        plugins: [ApolloServerPluginCacheControlDisabled()],
      }),
    }),
  ],
  providers: [QueryLimitsPlugin],
})
export class PlatformGraphqlModule {}
