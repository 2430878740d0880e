import pg from 'pg';
import { domains } from '../../dist/server/domains.mjs';
import { dataSourceOf, migrate } from '../../dist/server/platform.mjs';

const server = process.env.TEST_DATABASE_URL;
const client = new pg.Client({ connectionString: server });
await client.connect();
await client.query('DROP DATABASE IF EXISTS parvis_template WITH (FORCE)');
await client.query('CREATE DATABASE parvis_template');
await client.end();

const template = new URL(server);
template.pathname = '/parvis_template';
const dataSource = await dataSourceOf(domains, template.href, { poolSize: 2 }).initialize();
await migrate(dataSource);
await dataSource.destroy();
