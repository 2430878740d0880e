import { DataSource } from 'typeorm';
import type { Domain } from './domain.ts';
import { SnakeNamingStrategy } from './snake-naming.strategy.ts';

/** Oldest PostgreSQL that Parvis is tried with. */
export const oldestPostgres = 15;

/**
 * How alike a misspelt word must be in a search of the directory (PostgreSQL's default of 0.6 loses « Duppond » for « Dupont »); no statement runs for ever;
 * compiling one takes longer than any of ours should.
 */
export const sessionOptions = '-c pg_trgm.word_similarity_threshold=0.45 -c statement_timeout=30000 -c jit=off';

/** The connection pool for the given domains; not connected yet. */
export function dataSourceOf(domains: readonly Domain[], databaseUrl: string, { poolSize = 20 } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: domains.flatMap((domain) => domain.entities),
    migrations: domains.flatMap((domain) => domain.migrations),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    poolSize,
    // Extensions and the schema are the migrations' business.
    installExtensions: false,
    extra: {
      application_name: 'parvis',
      connectionTimeoutMillis: 5_000,
      // A new connection has everything to learn of our tables: its first statements cost ten times their price. Those of a quiet hour are kept.
      idleTimeoutMillis: 600_000,
      options: sessionOptions,
    },
  });
}
