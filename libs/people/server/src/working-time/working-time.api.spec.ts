import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain, Transactions } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { WorkingTimeQuery } from './working-time.query.ts';
import { WorkingTimeService } from './working-time.service.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { timeZone workingDays } }`;
const READ = `query ($id: ID!) { person(id: $id) { timeZone workingDays } }`;

let api: TestApi;
let owner: PersonEntity, colleague: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const update = (input: object) => api.as(owner).send(UPDATE, { input });
const seenBy = async (reader: PersonEntity) => (await api.as(reader).send<{ person: object }>(READ, { id: owner.id })).person;
const tell = (timeZone: string) =>
  api.app.get(Transactions).run((tx) => api.app.get(WorkingTimeService, { strict: false }).tell(tx, { personId: owner.id, sessionId: '', roles: [] }, timeZone));

describe('when somebody works', () => {
  it('is shown once they say so, each part by itself', async () => {
    expect(await seenBy(colleague)).toEqual({ timeZone: null, workingDays: null });
    await update({ workingDays: [4, 2, 2] });
    expect(await seenBy(colleague)).toEqual({ timeZone: null, workingDays: [2, 4] });
    await update({ timeZone: 'America/Montreal' });
    expect(await seenBy(colleague)).toEqual({ timeZone: 'America/Montreal', workingDays: [2, 4] });
  });

  it('is not shown by what a browser tells of where they are', async () => {
    await tell('Asia/Tokyo');
    expect([await seenBy(colleague), await seenBy(owner)]).toEqual([{ timeZone: null, workingDays: null }, { timeZone: null, workingDays: null }]);
    await update({ timeZone: 'Europe/Paris' });
    await tell('Asia/Tokyo');
    expect(await seenBy(colleague)).toMatchObject({ timeZone: 'Europe/Paris' });
  });

  it('is no longer said once they empty it, each part by itself; then the browser’s clock holds again', async () => {
    await update({ workingDays: [1, 2], timeZone: 'UTC' });
    await update({ workingDays: [] });
    expect(await seenBy(colleague)).toEqual({ timeZone: 'UTC', workingDays: null });
    await update({ timeZone: '' });
    await tell('Asia/Tokyo');
    expect([await seenBy(colleague), await seenBy(owner)]).toEqual([{ timeZone: null, workingDays: null }, { timeZone: null, workingDays: null }]);
    expect(await api.app.get(WorkingTimeQuery, { strict: false }).of(owner.id)).toEqual({ timeZone: 'Asia/Tokyo', timeZoneChosen: false, workingDays: [1, 2, 3, 4, 5] });
  });

  it('can be emptied by who never said it', async () => {
    await expect(update({ workingDays: [], timeZone: '' })).resolves.toEqual({ updateProfile: { timeZone: null, workingDays: null } });
  });

  it('is kept to those for whom it is meant', async () => {
    await update({ workingDays: [1], timeZone: 'Europe/Paris', visibility: [{ field: 'WORKING_TIME', audience: 'NOBODY' }] });
    expect([await seenBy(colleague), await seenBy(owner)]).toEqual([{ timeZone: null, workingDays: null }, { timeZone: 'Europe/Paris', workingDays: [1] }]);
  });

  it.each([
    ['an eighth day', { workingDays: [1, 8] }, 'WORKING_DAYS_INVALID', 'workingDays'],
    ['a clock of nowhere', { timeZone: 'Mars/Olympus' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    ['a name of 10,000 letters', { timeZone: 'x'.repeat(10_000) }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
  ])('refuses %s, by name, and keeps nothing of the rest', async (_what, input, code, field) => {
    await expect(update({ biography: 'Hello', ...input })).rejects.toMatchObject({ code, field });
    await expect(api.as(owner).send(`query ($id: ID!) { person(id: $id) { biography workingDays } }`, { id: owner.id })).resolves.toEqual({ person: { biography: '', workingDays: null } });
  });
});
