import pg from 'pg';
import { domains } from '../../dist/server/domains.mjs';
import { dataSourceOf, letRun, migrate } from '../../dist/server/platform.mjs';

const server = process.env.TEST_DATABASE_URL;
const client = new pg.Client({ connectionString: server });
await client.connect();
await client.query('DROP DATABASE IF EXISTS parvis_template WITH (FORCE)');
await client.query('CREATE DATABASE parvis_template');
// The account that servers of tests run as; several runs may share one PostgreSQL.
await client.query("DO $$ BEGIN CREATE ROLE parvis_running LOGIN PASSWORD 'parvis_running'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
await client.end();

const template = new URL(server);
template.pathname = '/parvis_template';
const dataSource = await dataSourceOf(domains, template.href, { poolSize: 2 }).initialize();
await migrate(dataSource);
await letRun(dataSource, 'parvis_running');
await dataSource.destroy();
