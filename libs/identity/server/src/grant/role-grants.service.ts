import { Injectable, type OnModuleInit } from '@nestjs/common';
import { checkedId, dayMs, Jobs, jobType, newId, platformErrors, Realtime, requiredText, Transactions, type Transaction } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { Reach } from '../administered/administered.access.ts';
import { AdministeredPeopleQuery, type AdministeredPerson } from '../administered/administered-people.query.ts';
import { requireOtherAdministrator, requireTypedName } from '../administered/administrators.ts';
import { Reaches } from '../administered/reaches.ts';
import { identityErrors } from '../identity.errors.ts';
import type { Role } from '../person/role.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { apartFrom, twoPersonRoles, type GrantableRole } from './grantable-role.ts';
import { applyGrants, holdsNow } from './granted-roles.ts';
import { RoleGrantEntity } from './role-grant.entity.ts';

export interface GrantWish {
  personId: string;
  role: Role;
  departments?: string[] | null | undefined;
  until?: Date | null | undefined;
  reason: string;
  typedName: string;
}

export const endGrant = jobType<{ grantId: string }>('identity.end-role-grant');

const maxReason = 300;
const maxYears = 5;
const maxDepartments = 50;

/** Roles that administrators give by hand: by whom, why, until when, for whom. */
@Injectable()
export class RoleGrants implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: AdministeredPeopleQuery,
    private readonly reaches: Reaches,
    private readonly realtime: Realtime,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.on(endGrant, ({ grantId }) => this.runOut(grantId));
  }

  /**
   * Gives a role; one of those that need two waits for the second. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, PERSON_NOT_FOUND, ADMINISTRATION_OWN, PERSON_HAS_LEFT, NAME_TYPED_DIFFERS, TEXT_REQUIRED,
   * TEXT_TOO_LONG, ROLE_NOT_GRANTABLE, ROLE_KNOWS_NO_SCOPE, ROLE_BEYOND_REACH, ROLE_HELD, ROLE_APART, DEPARTMENT_UNKNOWN, TOO_MANY_ITEMS, GRANT_END_INVALID.
   */
  async give(viewer: Viewer, wish: GrantWish): Promise<AdministeredPerson> {
    const reach = await this.reaches.require(viewer);
    const personId = checkedId('personId', wish.personId);
    const reason = requiredText('reason', wish.reason, maxReason);
    const endsAt = checkedEnd(wish.until ?? null);
    if (wish.role === 'employee') throw identityErrors.roleNotGrantable();
    const departments = checkedScope(reach, wish.role, wish.departments ?? null);
    return this.changing(personId, async (tx) => {
      const person = await this.locked(tx, viewer, personId);
      if (personId === viewer.personId) throw identityErrors.notToOneself();
      await requireTypedName(tx.manager, personId, wish.typedName);
      await requireGrantable(tx.manager, person, { role: wish.role, departments });
      if (departments) await requireKnown(tx.manager, departments);
      const needsSecond = twoPersonRoles.includes(wish.role);
      const grant = { id: newId(), personId, role: wish.role as GrantableRole, departments, reason, grantedById: viewer.personId, grantedAt: new Date(), effectiveAt: needsSecond ? null : new Date(), endsAt };
      await tx.manager.insert(RoleGrantEntity, grant);
      await applyGrants(tx.manager, personId);
      if (endsAt) await this.jobs.at(tx, endGrant, { grantId: grant.id }, { at: endsAt, key: grant.id });
      note(tx, viewer.personId, needsSecond ? 'proposed' : 'granted', grant);
      return this.after(tx, viewer, person);
    });
  }

  /** The second of the two lets a role be given. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, ROLE_GRANT_NOT_FOUND, ROLE_GRANT_NEEDS_ANOTHER, PERSON_HAS_LEFT, ROLE_HELD, ROLE_APART. */
  async second(viewer: Viewer, id: string): Promise<AdministeredPerson> {
    await this.requireWhole(viewer);
    const { personId } = await this.find(id);
    return this.changing(personId, async (tx) => {
      const person = await this.locked(tx, viewer, personId);
      const grant = await this.live(tx, id);
      if (grant.effectiveAt) throw identityErrors.grantNotFound();
      if (grant.grantedById === viewer.personId || personId === viewer.personId) throw identityErrors.grantNeedsAnother();
      await requireGrantable(tx.manager, person, grant);
      await tx.manager.update(RoleGrantEntity, { id: grant.id }, { effectiveAt: new Date(), secondedById: viewer.personId });
      await applyGrants(tx.manager, personId);
      note(tx, viewer.personId, 'granted', grant);
      return this.after(tx, viewer, person);
    });
  }

  /**
   * Ends what was given by hand. What needed two to be given needs two to end: the first asks, the second ends it. One that waits is declined by one.
   * Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, ROLE_GRANT_NOT_FOUND, ROLE_GRANT_NEEDS_ANOTHER, ROLE_BEYOND_REACH, LAST_ADMINISTRATOR.
   */
  async end(viewer: Viewer, id: string): Promise<AdministeredPerson> {
    const reach = await this.reaches.require(viewer);
    const { personId } = await this.find(id);
    return this.changing(personId, async (tx) => {
      const person = await this.locked(tx, viewer, personId);
      const grant = await this.live(tx, id);
      if (!isWithin(reach, grant.departments)) throw identityErrors.roleBeyondReach('departments');
      const asked = grant.endAskedById;
      if (grant.effectiveAt && twoPersonRoles.includes(grant.role) && (asked === null || asked === viewer.personId)) {
        if (asked !== null) throw identityErrors.grantNeedsAnother();
        await tx.manager.update(RoleGrantEntity, { id: grant.id }, { endAskedById: viewer.personId });
        note(tx, viewer.personId, 'end-asked', grant);
      } else {
        await this.finish(tx, grant, viewer.personId);
      }
      return this.after(tx, viewer, person);
    });
  }

  /** The time of a grant is over. The last one who administers the whole company stays for another day, until there is somebody else. */
  private async runOut(grantId: string): Promise<void> {
    const refreshed = await this.transactions.run(async (tx) => {
      const grant = await tx.manager.findOne(RoleGrantEntity, { where: { id: grantId }, lock: { mode: 'pessimistic_write' } });
      if (!grant || grant.endedAt || !grant.endsAt || grant.endsAt.getTime() > Date.now()) return null;
      if (isOfWholeCompany(grant) && (await this.isLast(tx, grant.personId))) {
        const endsAt = new Date(grant.endsAt.getTime() + dayMs);
        await tx.manager.update(RoleGrantEntity, { id: grantId }, { endsAt });
        await this.jobs.at(tx, endGrant, { grantId }, { at: endsAt, key: grantId });
        note(tx, null, 'kept', grant);
        return null;
      }
      await tx.manager.update(RoleGrantEntity, { id: grantId }, { endedAt: grant.endsAt });
      await applyGrants(tx.manager, grant.personId);
      note(tx, null, 'ended', grant);
      return grant.personId;
    });
    if (refreshed) await this.realtime.refresh(refreshed);
  }

  private async finish(tx: Transaction, grant: RoleGrantEntity, byId: string): Promise<void> {
    if (isOfWholeCompany(grant) && grant.effectiveAt) await requireOtherAdministrator(tx.manager, grant.personId);
    await tx.manager.update(RoleGrantEntity, { id: grant.id }, { endedAt: new Date(), endedById: byId });
    await applyGrants(tx.manager, grant.personId);
    await this.jobs.cancel(tx, endGrant, grant.id);
    note(tx, byId, grant.effectiveAt ? 'ended' : 'declined', grant);
  }

  private async isLast(tx: Transaction, personId: string): Promise<boolean> {
    const others: unknown[] = await tx.manager.query(`SELECT 1 FROM person WHERE roles @> '{it}' AND roles <> '{employee}' AND deactivated_at IS NULL AND id <> $1 LIMIT 1`, [personId]);
    return others.length === 0;
  }

  /** Their sockets are let in by the rules for what they are now. */
  private async changing(personId: string, work: (tx: Transaction) => Promise<AdministeredPerson>): Promise<AdministeredPerson> {
    const person = await this.transactions.run(work);
    await this.realtime.refresh(personId).catch(() => undefined);
    return person;
  }

  private async requireWhole(viewer: Viewer): Promise<void> {
    if ((await this.reaches.require(viewer)).departments !== null) throw platformErrors.forbidden();
  }

  private async locked(tx: Transaction, viewer: Viewer, personId: string): Promise<AdministeredPerson> {
    await tx.manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [personId]);
    const person = await this.people.byId(viewer, personId, tx.manager);
    if (!person) throw identityErrors.personNotFound();
    return person;
  }

  /** As they are now; a grant may have put them out of the reach of whoever gave it. */
  private async after(tx: Transaction, viewer: Viewer, before: AdministeredPerson): Promise<AdministeredPerson> {
    return (await this.people.byId(viewer, before.id, tx.manager)) ?? before;
  }

  private async find(id: string): Promise<{ personId: string }> {
    const grantId = checkedId('id', id);
    const grant = await this.transactions.run((tx) => tx.manager.findOneBy(RoleGrantEntity, { id: grantId }));
    if (!grant) throw identityErrors.grantNotFound();
    return grant;
  }

  private async live(tx: Transaction, id: string): Promise<RoleGrantEntity> {
    const grant = await tx.manager.findOne(RoleGrantEntity, { where: { id: id.toLowerCase() }, lock: { mode: 'pessimistic_write' } });
    const isOver = !grant || grant.endedAt !== null || (grant.endsAt !== null && grant.endsAt.getTime() <= Date.now());
    if (isOver) throw identityErrors.grantNotFound();
    return grant;
  }
}

const isOfWholeCompany = ({ role, departments }: { role: Role; departments: string[] | null }): boolean => role === 'it' && departments === null;

const isWithin = (reach: Reach, departments: readonly string[] | null): boolean =>
  reach.departments === null || (departments !== null && departments.every((name) => reach.departments?.includes(name)));

/** Errors: ROLE_KNOWS_NO_SCOPE, ROLE_BEYOND_REACH, TOO_MANY_ITEMS. */
function checkedScope(reach: Reach, role: Role, asked: string[] | null): string[] | null {
  const departments = asked && [...new Set(asked.map((name) => name.replaceAll('\u0000', '')))];
  if (departments && role !== 'it') throw identityErrors.roleKnowsNoScope();
  if (reach.departments !== null && role !== 'it') throw identityErrors.roleBeyondReach('role');
  if (departments?.length === 0) throw identityErrors.departmentUnknown('');
  if (departments && departments.length > maxDepartments) throw platformErrors.tooManyItems('departments', maxDepartments);
  if (!isWithin(reach, departments)) throw identityErrors.roleBeyondReach('departments');
  return departments;
}

/** Errors: GRANT_END_INVALID. */
function checkedEnd(until: Date | null): Date | null {
  if (until && (until.getTime() <= Date.now() || until.getTime() > Date.now() + maxYears * 366 * dayMs)) throw identityErrors.grantEndInvalid(maxYears);
  return until;
}

/** Errors: PERSON_HAS_LEFT, ROLE_HELD, ROLE_APART. */
async function requireGrantable(manager: EntityManager, person: AdministeredPerson, grant: { id?: string; role: Role; departments: string[] | null }): Promise<void> {
  if (person.leftAt) throw identityErrors.personHasLeft();
  const others: { role: Role; departments: string[] | null }[] = await manager.query(
    `SELECT role, departments FROM role_grant held WHERE person_id = $1 AND ($2::uuid IS NULL OR id <> $2) AND (${holdsNow('held')} OR effective_at IS NULL AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > now()))`,
    [person.id, grant.id ?? null],
  );
  // A scope beside another widens it; the whole company stands for each of its departments.
  const isHeld = person.roles.includes(grant.role) || others.some(({ role, departments }) => role === grant.role && (departments === null || grant.departments?.every((name) => departments.includes(name))));
  if (isHeld) throw identityErrors.roleHeld();
  const held = apartFrom(grant.role, [...person.roles, ...others.map(({ role }) => role)]);
  if (held) throw identityErrors.roleApart(held);
}

/** Errors: DEPARTMENT_UNKNOWN. */
async function requireKnown(manager: EntityManager, departments: readonly string[]): Promise<void> {
  const [unknown]: { name: string }[] = await manager.query('SELECT name FROM unnest($1::text[]) name WHERE NOT EXISTS (SELECT 1 FROM person WHERE department = name) LIMIT 1', [departments]);
  if (unknown) throw identityErrors.departmentUnknown(unknown.name);
}

function note(tx: Transaction, actorId: string | null, what: string, { personId, role, departments, endsAt, reason }: Pick<RoleGrantEntity, 'personId' | 'role' | 'departments' | 'endsAt' | 'reason'>): void {
  const details = { person: personId, role, ...(departments && { departments }), ...(endsAt && { until: endsAt.toISOString() }), reason };
  tx.record({ area: 'role', action: `role.${what}`, actorId, details });
}
