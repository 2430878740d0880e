import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log: entries that only grow, each chained to the former by its hash. PostgreSQL chains them itself, whoever writes. */
export class Audit1764170000000 implements MigrationInterface {
  readonly name = 'Audit1764170000000';

  async up(runner: QueryRunner): Promise<void> {
    // An actor is an id without a foreign key: an erased person leaves their entries.
    await runner.query(`
      CREATE TABLE audit_entry (
        number bigint CONSTRAINT audit_entry_pk PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor_id uuid,
        area text NOT NULL,
        action text NOT NULL,
        details jsonb NOT NULL CONSTRAINT audit_entry_details CHECK (jsonb_typeof(details) = 'object' AND octet_length(details::text) <= 16384),
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query(`CREATE INDEX audit_entry_area ON audit_entry (area, number)`);
    await this.canonicalForm(runner);
    await this.chain(runner);
    await this.onlyGrowing(runner);
  }

  /** RFC 8785, for texts, whole numbers, truths, lists and objects with ASCII keys: PostgreSQL writes texts as it asks. */
  private async canonicalForm(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION audit_canonical(told jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
      BEGIN
        CASE jsonb_typeof(told)
        WHEN 'object' THEN
          RETURN '{' || coalesce((SELECT string_agg(to_jsonb(key)::text || ':' || audit_canonical(value), ',' ORDER BY key COLLATE "C") FROM jsonb_each(told)), '') || '}';
        WHEN 'array' THEN
          RETURN '[' || coalesce((SELECT string_agg(audit_canonical(value), ',' ORDER BY place) FROM jsonb_array_elements(told) WITH ORDINALITY AS item (value, place)), '') || ']';
        WHEN 'number' THEN
          IF told::text !~ '^(0|-?[1-9][0-9]{0,14})$' THEN
            RAISE EXCEPTION 'The audit log takes whole numbers of fifteen digits at most, not %.', told;
          END IF;
          RETURN told::text;
        ELSE
          RETURN told::text;
        END CASE;
      END $$`);
  }

  private async chain(runner: QueryRunner): Promise<void> {
    // Whoever holds the lock writes the next entry, and keeps it until their transaction ends.
    await runner.query(`
      CREATE FUNCTION audit_entry_chained() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        former record;
      BEGIN
        PERFORM pg_advisory_xact_lock(7265010);
        SELECT number, hash INTO former FROM audit_entry ORDER BY number DESC LIMIT 1;
        NEW.number := coalesce(former.number, 0) + 1;
        NEW.at := date_trunc('milliseconds', clock_timestamp());
        NEW.previous_hash := coalesce(former.hash, decode(repeat('00', 32), 'hex'));
        NEW.hash := sha256(convert_to(audit_canonical(jsonb_build_object(
          'action', NEW.action, 'actor', NEW.actor_id, 'area', NEW.area, 'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'details', NEW.details, 'number', NEW.number, 'previous', encode(NEW.previous_hash, 'hex')
        )), 'UTF8'));
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER audit_entry_chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_chained()`);
  }

  private async onlyGrowing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit log only grows: no entry is changed or removed.' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_kept()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_entry`);
    await runner.query(`DROP FUNCTION audit_entry_chained, audit_entry_kept, audit_canonical`);
  }
}
