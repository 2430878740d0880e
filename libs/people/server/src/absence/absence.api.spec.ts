import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { Jobs, platformDomain } from '@parvis/platform/server';
import { importPeople, type ImportedPerson } from '../adapters/people.importer.ts';
import { peopleDomain } from '../people.domain.ts';
import { AbsenceQuery } from './absence.query.ts';
import { sweepAbsences } from './absence.sweep.ts';

const DECLARE = `mutation ($from: String, $until: String!) { declareAbsence(from: $from, until: $until) { absence { from until isNow isOwn } } }`;
const END = `mutation { endAbsence { absence { from until isNow isOwn } } }`;
const READ = `query ($id: ID!) { person(id: $id) { absence { from until isNow isOwn } } }`;

let api: TestApi;
let owner: PersonEntity, colleague: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  await api.as(owner).send(`mutation { updateProfile(input: { timeZone: "UTC" }) { id } }`);
});

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const declare = (input: { from?: string; until: string }) => api.as(owner).send(DECLARE, input);
const seenBy = async (reader: PersonEntity) => (await api.as(reader).send<{ person: { absence: object | null } }>(READ, { id: owner.id })).person.absence;
const ownAbsenceOf = async (reader: PersonEntity) =>
  (await api.as(reader).send<{ person: object }>(`query ($id: ID!) { person(id: $id) { absence { isOwn } ownAbsence { from until isNow isOwn } } }`, { id: owner.id })).person;
const isAway = async (reader: PersonEntity): Promise<boolean> => {
  const [row]: { away: boolean }[] = await api.manager.query(`SELECT ${api.app.get(AbsenceQuery, { strict: false }).isAway('person.id', '$1')} AS away FROM person WHERE id = $2`, [reader.id, owner.id]);
  return row?.away ?? false;
};
const fromHr = (absence: ImportedPerson['absence']) =>
  importPeople(api.manager, [{ line: 2, identifier: owner.identifier, mail: null, givenName: null, surname: owner.surname, title: null, department: null, managerIdentifier: null, absence }]);

describe('an absence', () => {
  it('is known by its days alone, from the day it begins to the day it ends', async () => {
    expect([await seenBy(colleague), await isAway(colleague)]).toEqual([null, false]);
    await declare({ until: day(5) });
    expect([await seenBy(colleague), await isAway(colleague)]).toEqual([{ from: day(0), until: day(5), isNow: true, isOwn: false }, true]);
    await declare({ from: day(2), until: day(5) });
    expect([await seenBy(colleague), await isAway(colleague)]).toEqual([{ from: day(2), until: day(5), isNow: false, isOwn: false }, false]);
    await api.manager.query(`UPDATE absence SET from_day = now()::date - 9, until_day = now()::date - 1 WHERE person_id = $1`, [owner.id]);
    expect([await seenBy(colleague), await isAway(colleague)]).toEqual([null, false]);
  });

  it('goes by the day where the person is', async () => {
    await declare({ until: day(0) });
    const [{ zone } = { zone: '' }]: { zone: string }[] = await api.manager.query(
      `SELECT zone FROM unnest(ARRAY['Pacific/Kiritimati', 'Pacific/Niue']) zone WHERE (now() AT TIME ZONE zone)::date <> (now() AT TIME ZONE 'UTC')::date LIMIT 1`,
    );
    const [{ elsewhere } = { elsewhere: 0 }]: { elsewhere: number }[] = await api.manager.query(
      `SELECT (now() AT TIME ZONE $1)::date - (now() AT TIME ZONE 'UTC')::date AS elsewhere`, [zone],
    );
    await api.as(owner).send(`mutation ($zone: String!) { updateProfile(input: { timeZone: $zone }) { id } }`, { zone });
    // Tomorrow there: it is over. Yesterday there: it has not begun.
    expect(await seenBy(colleague)).toEqual(elsewhere > 0 ? null : { from: day(0), until: day(0), isNow: false, isOwn: false });
    expect(await isAway(colleague)).toBe(false);
  });

  it('is taken back by its person, who can only end their own', async () => {
    await declare({ until: day(5) });
    await api.as(colleague).send(END);
    expect(await seenBy(colleague)).toMatchObject({ until: day(5) });
    await expect(api.as(owner).send(END)).resolves.toEqual({ endAbsence: { absence: null } });
    await expect(api.anonymous().send(DECLARE, { until: day(5) })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is shown to those for whom it is meant, by name and in lists', async () => {
    await declare({ until: day(5) });
    await api.as(owner).send(`mutation { setProfileVisibility(choices: [{ field: ABSENCE, audience: NOBODY }]) { id } }`);
    expect([await seenBy(colleague), await isAway(colleague)]).toEqual([null, false]);
    expect([await seenBy(owner), await isAway(owner)]).toEqual([expect.objectContaining({ until: day(5) }), true]);
  });

  it('told by HR stands beside one’s own: neither overwrites the other', async () => {
    await fromHr({ from: day(-3), until: day(9) });
    await declare({ until: day(2) });
    expect(await seenBy(colleague)).toEqual({ from: day(-3), until: day(9), isNow: true, isOwn: false });
    await api.as(owner).send(END);
    expect(await seenBy(colleague)).toMatchObject({ until: day(9) });
    await declare({ until: day(2) });
    await fromHr(null);
    expect(await seenBy(colleague)).toEqual({ from: day(0), until: day(2), isNow: true, isOwn: false });
    await fromHr(undefined);
    await declare({ from: day(20), until: day(30) });
    await fromHr({ from: day(5), until: day(6) });
    expect(await seenBy(colleague)).toEqual({ from: day(5), until: day(6), isNow: false, isOwn: false });
  });

  it('tells its person alone who told of it, and what they said beside HR', async () => {
    await declare({ from: day(1), until: day(2) });
    expect(await ownAbsenceOf(owner)).toEqual({ absence: { isOwn: true }, ownAbsence: { from: day(1), until: day(2), isNow: false, isOwn: true } });
    await fromHr({ from: day(-3), until: day(9) });
    expect(await ownAbsenceOf(owner)).toEqual({ absence: { isOwn: false }, ownAbsence: { from: day(1), until: day(2), isNow: false, isOwn: true } });
    expect(await ownAbsenceOf(colleague)).toEqual({ absence: { isOwn: false }, ownAbsence: null });
    await api.as(owner).send(END);
    expect(await ownAbsenceOf(owner)).toEqual({ absence: { isOwn: false }, ownAbsence: null });
  });

  it.each([
    ['one that ends before it starts', { from: day(5), until: day(4) }, 'ABSENCE_ENDS_BEFORE_START', 'until'],
    ['a day that is none', { until: '2026-02-30' }, 'DAY_INVALID', 'until'],
    ['one that is over', { until: day(-1) }, 'ABSENCE_OVER', 'until'],
    ['one until another age', { until: '9999-12-31' }, 'ABSENCE_TOO_FAR', 'until'],
  ])('is refused as %s, and what was said stays', async (_what, input, code, field) => {
    await declare({ until: day(1) });
    await expect(declare(input)).rejects.toMatchObject({ code, field });
    expect(await seenBy(owner)).toMatchObject({ until: day(1) });
  });

  it('is forgotten once it is over everywhere', async () => {
    const rest = async () => (await api.manager.query(`SELECT 1 FROM absence WHERE person_id = $1`, [owner.id])).length;
    await declare({ until: day(1) });
    await api.app.get(Jobs).run(sweepAbsences, {});
    expect(await rest()).toBe(1);
    await api.manager.query(`UPDATE absence SET from_day = now()::date - 9, until_day = now()::date - 3 WHERE person_id = $1`, [owner.id]);
    await api.app.get(Jobs).run(sweepAbsences, {});
    expect(await rest()).toBe(0);
  });
});
