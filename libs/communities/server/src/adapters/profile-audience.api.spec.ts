import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain]);
});
afterAll(() => api.stop());

it('shows what is meant for « my communities » to members of one of them, of whatever kind, and to nobody else', async () => {
  const [owner, fellow, accomplice, outsider] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  await aCommunity().animatedBy(owner).with(fellow).save(api.manager);
  const secret = await aCommunity().being('secret').animatedBy(accomplice).with(owner).save(api.manager);
  await aCommunity().animatedBy(outsider).inviting(owner).save(api.manager);
  await api.as(owner).send(`mutation { updateProfile(input: { biography: "Sings.", visibility: [{ field: BIOGRAPHY, audience: COMMUNITIES }] }) { id } }`);
  const seenBy = async (reader: PersonEntity) =>
    (await api.as(reader).send<{ person: { biography: string } }>(`query ($id: ID!) { person(id: $id) { biography } }`, { id: owner.id })).person.biography;

  expect(await Promise.all([owner, fellow, accomplice, outsider].map(seenBy))).toEqual(['Sings.', 'Sings.', 'Sings.', '']);
  await api.manager.query(`DELETE FROM membership WHERE community_id = $1 AND person_id = $2`, [secret.id, owner.id]);
  expect(await seenBy(accomplice)).toBe('');
});
