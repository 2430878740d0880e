import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { roles, type PersonEntity } from '@parvis/identity/server';
import { aPerson } from '@parvis/identity/server/testing';
import { ScimTestApi } from '../testing/scim-test-api.ts';

interface Waiting {
  provisioning: { matchCount: number; matches: { id: string; rule: string; newcomer: { id: string }; known: { id: string }; newcomerIdentifier: string; knownIdentifier: string }[] };
}
const WAITING = '{ provisioning { matchCount matches { id rule newcomer { id } known { id } newcomerIdentifier knownIdentifier } } }';
const DECIDE = 'mutation ($id: ID!, $isSame: Boolean!, $typedName: String) { decideMatch(id: $id, isSame: $isSame, typedName: $typedName) { id displayName isFormer } }';

let scim: ScimTestApi;
let count = 0;
beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());

const waiting = async (person = scim.it) => (await scim.api.confirmed(person).send<Waiting>(WAITING)).provisioning;
const decide = (id: string, isSame: boolean, person = scim.it, typedName: string | null = isSame ? 'Ada Byron' : null) => scim.api.confirmed(person).send<{ decideMatch: { id: string; isFormer: boolean } }>(DECIDE, { id, isSame, typedName }).then(({ decideMatch }) => decideMatch);

/** Somebody who is known, and an account of SCIM that may be theirs. */
async function aDoubt(change: (known: ReturnType<typeof aPerson>) => unknown = () => undefined): Promise<{ known: PersonEntity; newcomerId: string; id: string; account: object }> {
  count += 1;
  const email = `doubt${count}@corp.example`;
  const builder = aPerson().named('Ada Byron').with({ email });
  change(builder);
  const known = await builder.save(scim.api.manager);
  const account = { userName: `doubt${count}`, externalId: `doubt-${count}`, name: { familyName: 'Byron', givenName: 'Ada' }, title: 'Engineer', emails: [{ value: email }] };
  const { id: newcomerId } = await scim.done('POST', '/Users', account);
  const match = (await waiting()).matches.find(({ newcomer }) => newcomer.id === newcomerId);
  if (!match) throw new Error('Nobody doubts.');
  return { known, newcomerId, id: match.id, account };
}
const exists = async (id: string) => (await scim.api.manager.query('SELECT 1 FROM person WHERE id = $1', [id])).length === 1;

describe('two people who may be one', () => {
  it('wait, and stay two until IT decides', async () => {
    const { known, newcomerId, id } = await aDoubt();
    const { matchCount, matches } = await waiting();
    expect(matchCount).toBe(matches.length);
    expect(matches.find((match) => match.id === id)).toEqual({
      id, rule: 'SAME_MAIL_AND_SURNAME', newcomer: { id: newcomerId }, known: { id: known.id }, newcomerIdentifier: `doubt-${count}`, knownIdentifier: known.identifier,
    });
  });

  it('stay two when IT says so, and are not asked about again', async () => {
    const { known, newcomerId, id, account } = await aDoubt();
    await decide(id, false);
    expect([await exists(known.id), await exists(newcomerId)]).toEqual([true, true]);
    await scim.done('PUT', `/Users/${newcomerId}`, { ...account, title: 'Head' });
    expect((await waiting()).matches.some((match) => match.newcomer.id === newcomerId)).toBe(false);
    await expect(decide(id, true)).rejects.toMatchObject({ code: 'MATCH_NOT_FOUND' });
  });

  it('become one only where the name of the newcomer is typed', async () => {
    const { known, newcomerId, id } = await aDoubt();
    for (const typed of ['Ada', '', null]) await expect(decide(id, true, scim.it, typed)).rejects.toMatchObject({ code: 'NAME_TYPED_DIFFERS' });
    expect([await exists(known.id), await exists(newcomerId)]).toEqual([true, true]);
    expect(await decide(id, true, scim.it, ' ada byron ')).toMatchObject({ id: known.id });
  });

  it('become one, with what each has, known by both identifiers', async () => {
    const { known, newcomerId, id } = await aDoubt();
    const boss = await aPerson().save(scim.api.manager);
    await scim.api.manager.query('UPDATE person SET manager_id = $2 WHERE id = $1', [boss.id, newcomerId]);
    const [both, own] = [await aCommunity().animatedBy(known).with({ id: newcomerId }).save(scim.api.manager), await aCommunity().with({ id: newcomerId }).save(scim.api.manager)];
    const cookie = await scim.api.cookieOf(newcomerId);

    expect(await decide(id, true)).toMatchObject({ id: known.id });
    expect(await exists(newcomerId)).toBe(false);
    expect((await fetch(`${scim.api.url}/auth/session`, { headers: { cookie } })).status).toBe(401);
    expect(await scim.done('GET', `/Users/${known.id}`)).toMatchObject({ userName: `doubt${count}`, title: 'Engineer' });
    const [person] = await scim.api.manager.query('SELECT title, identifier FROM person WHERE id = $1', [known.id]);
    expect(person).toEqual({ title: 'Engineer', identifier: known.identifier });
    const memberships = await scim.api.manager.query('SELECT community_id AS id, role FROM membership WHERE person_id = $1', [known.id]);
    expect(new Map(memberships.map(({ id: of, role }: { id: string; role: string }) => [of, role]))).toEqual(new Map([[both.id, 'animator'], [own.id, 'member']]));
    expect((await scim.api.manager.query('SELECT manager_id AS id FROM person WHERE id = $1', [boss.id]))[0].id).toBe(known.id);
    // The directory, sign-in and HR may call them by either.
    await scim.ask('DELETE', `/Users/${known.id}`);
    expect((await scim.done('POST', '/Users', { userName: 'again', externalId: `doubt-${count}` })).id).toBe(known.id);
    const [entry] = await scim.api.manager.query(`SELECT actor_id AS actor, details FROM audit_entry WHERE action = 'provisioning.people-merged' AND details ->> 'newcomer' = $1`, [newcomerId]);
    expect(entry).toMatchObject({ actor: scim.it.id, details: { known: known.id, rule: 'same-mail-and-surname' } });
  });

  it('bring back who had left', async () => {
    const { known, id } = await aDoubt((builder) => builder.gone());
    expect(await decide(id, true)).toMatchObject({ id: known.id, isFormer: false });
  });

  it('are mended in the directory when it has an account for each', async () => {
    const { known, newcomerId, id } = await aDoubt();
    await scim.done('POST', '/Users', { userName: known.identifier });
    await expect(decide(id, true)).rejects.toMatchObject({ code: 'MATCH_TWO_ACCOUNTS' });
    expect([await exists(known.id), await exists(newcomerId)]).toEqual([true, true]);
    await expect(decide(id, false)).resolves.toBeTruthy();
  });

  it('are not decided about by one of them', async () => {
    const { known, id } = await aDoubt((builder) => builder.being('it'));
    await expect(decide(id, true, known)).rejects.toMatchObject({ code: 'MATCH_OWN' });
    await expect(decide(id, true)).resolves.toBeTruthy();
  });

  it('are decided about by whoever has just said again who they are', async () => {
    const { id } = await aDoubt();
    await expect(scim.api.as(scim.it).send(DECIDE, { id, isSame: true })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(decide(id, true)).resolves.toBeTruthy();
  });

  it.each(roles.filter((role) => role !== 'it'))('are nothing for whoever is %s', async (role) => {
    const somebody = await aPerson().being(role).save(scim.api.manager);
    const { id } = await aDoubt();
    await expect(decide(id, true, somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(waiting(somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('that nobody doubts cannot be decided', async () => {
    await expect(decide(scim.it.id, true)).rejects.toMatchObject({ code: 'MATCH_NOT_FOUND' });
    await expect(decide('x', true)).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});
