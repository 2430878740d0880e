import type { DataSource, EntityManager } from 'typeorm';
import { jobsSchema } from '../jobs/jobs-database.ts';
import { inMigrationTurn } from './migrate.ts';

const schemas = `public, ${jobsSchema}`;
/**
 * Lets `role` do what the running server does, and no more: read and write rows. It owns nothing, makes, changes, empties and drops no table, and only adds to the
 * audit log. What tables come later is covered too (default privileges). `owner` is connected as the account that owns the tables; safe to repeat.
 */
export async function letRun(owner: DataSource, role: string): Promise<void> {
  await inMigrationTurn(owner, (connection) => connection.manager.transaction((manager) => grant(manager, role)));
}

async function grant(manager: EntityManager, role: string): Promise<void> {
  const [names]: { role: string; database: string }[] = await manager.query(`SELECT format('%I', $1::text) AS role, format('%I', current_database()) AS database`, [role]);
  if (!names) throw new Error('PostgreSQL quoted nothing.');
  const to = names.role;
  const statements = [
    // Nobody plants a table or a function where ours are looked for.
    `REVOKE CREATE ON SCHEMA ${schemas} FROM PUBLIC, ${to}`,
    `GRANT USAGE ON SCHEMA ${schemas} TO ${to}`,
    // Tables of one transaction, by which sealed votes lose their order (ideas) and a list of skills is compared (people).
    `GRANT TEMPORARY ON DATABASE ${names.database} TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schemas} TO ${to}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schemas} TO ${to}`,
    `REVOKE UPDATE, DELETE, TRUNCATE ON public.audit_entry FROM ${to}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON public.migration FROM ${to}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schemas} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${to}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schemas} GRANT USAGE, SELECT ON SEQUENCES TO ${to}`,
  ];
  for (const statement of statements) await manager.query(statement);
  for (const { name } of await ownersFunctions(manager)) await manager.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${to}`);
}

/** Those that run as the owner: migrations make them for what the running server may not do itself, and take them from everybody else. */
function ownersFunctions(manager: EntityManager): Promise<{ name: string }[]> {
  return manager.query(`SELECT oid::regprocedure::text AS name FROM pg_proc WHERE prosecdef AND proowner = current_user::regrole AND pronamespace = 'public'::regnamespace`);
}

/** Why a role is no safe one to run as, a sentence each; none when it is. `owner` is connected as the account that owns the tables. */
export async function faultsOfRole(owner: DataSource, role: string): Promise<string[]> {
  const [known]: { super: boolean; makes: boolean; isOwner: boolean; owns: boolean }[] = await owner.query(
    `SELECT rolsuper AS super, rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS makes, pg_has_role(oid, current_user, 'MEMBER') AS "isOwner",
       EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid) OR EXISTS (SELECT 1 FROM pg_database WHERE datdba = pg_roles.oid AND datname = current_database()) AS owns
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (!known) return [`There is no account ${role}: make it, see the administrator’s guide.`];
  if (known.super) return [`${role} is a superuser: run Parvis as another account.`];
  return [
    ...(known.makes ? [`${role} may make databases or accounts, replicate, or pass by row security: take that away.`] : []),
    ...(known.isOwner ? [`${role} is the account that owns the tables, or belongs to it: run Parvis as another account.`] : []),
    ...(known.owns && !known.isOwner ? [`${role} owns the database or tables in it: give them to the account of DATABASE_OWNER_URL.`] : []),
  ];
}
