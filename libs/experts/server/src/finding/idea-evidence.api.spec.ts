import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import { ideasDomain } from '@parvis/ideas/server';
import { aCampaign, anIdea, moveTo } from '@parvis/ideas/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { testDomains } from '../testing/domains.ts';

const EXPERTS = `query ($text: String!) { experts(text: $text, first: 10) { person { id } evidenceCount lastAt evidence { kind id targetType targetId title { text } } } }`;

interface Proposal {
  person: { id: string };
  evidenceCount: number;
  lastAt: string | null;
  evidence: { kind: string; id: string }[];
}

let api: TestApi;
let owner: PersonEntity, author: PersonEntity, member: PersonEntity, outsider: PersonEntity, juror: PersonEntity;
let place: { id: string };
let turn = 0;
/** A word that nobody has written in another test. */
let word: string;

beforeAll(async () => {
  api = await TestApi.start([...testDomains, ideasDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  word = `turbine${String.fromCharCode(97 + turn).repeat(4)}`;
  turn += 1;
  [owner, author, member, outsider, juror] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  place = await aCommunity().being('closed').with(author, member).save(api.manager);
});

const campaign = () => aCampaign({ owner, sponsor: owner });
const idea = () => anIdea(author).titled(`Une ${word} sur le toit`).saying('Le vent souffle.', `La ${word} se pose en un jour.`);
const find = async (viewer: PersonEntity) => (await api.as(viewer).send<{ experts: Proposal[] }>(EXPERTS, { text: `Qui connaît la ${word} ?` })).experts;
const proposed = async (viewer: PersonEntity) => (await find(viewer)).map(({ person, evidenceCount, evidence }) => [person.id, evidenceCount, evidence.map(({ id }) => id)]);

describe('an idea as evidence', () => {
  it('shows that whoever began it knows, and leads to it', async () => {
    const { id } = await idea().with(owner).in(await campaign().save(api.manager)).save(api.manager);
    expect(await find(outsider)).toMatchObject([{ person: { id: author.id }, evidenceCount: 1, lastAt: expect.any(String), evidence: [{ kind: 'IDEA', id, targetType: 'idea', targetId: id, title: expect.arrayContaining([{ text: word }]) }] }]);
    expect(await find(author)).toEqual([]);
    await expect(api.anonymous().send(EXPERTS, { text: word })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('counts in the idea box as in a campaign', async () => {
    const { id } = await idea().save(api.manager);
    expect(await proposed(outsider)).toEqual([[author.id, 1, [id]]]);
  });

  it('is neither shown nor counted where its campaign is for others', async () => {
    const { id } = await idea().in(await campaign().for(place).save(api.manager)).save(api.manager);
    for (const viewer of [member, owner]) expect(await proposed(viewer)).toEqual([[author.id, 1, [id]]]);
    expect(await proposed(outsider)).toEqual([]);
  });

  it('adds nothing to what else shows somebody, for whoever may not see it', async () => {
    const post = await aPost().by(author).saying(`Notre ${word} tourne.`).save(api.manager);
    await idea().in(await campaign().for(place).save(api.manager)).save(api.manager);
    expect(await find(member)).toMatchObject([{ person: { id: author.id }, evidenceCount: 2 }]);
    expect(await proposed(outsider)).toEqual([[author.id, 1, [post.id]]]);
  });

  it('takes nobody for more active where the viewer may not see it', async () => {
    const hidden = await campaign().for(place).save(api.manager);
    const newest = await aPost().by(owner).saying(`La ${word} se règle au zénith.`).writtenAt(new Date(Date.now() - 86_400_000)).save(api.manager);
    await aPost().by(author).saying(`La ${word} se règle au zénith.`).writtenAt(new Date(Date.now() - 2 * 86_400_000)).save(api.manager);
    for (let n = 0; n < 8; n += 1) await anIdea(author).in(hidden).titled(`Relevé ${n}`).saying('Chaque semaine.').save(api.manager);
    expect((await proposed(outsider))[0]).toEqual([owner.id, 1, [newest.id]]);
  });

  it.each(['draft', 'withdrawn', 'archived'] as const)('is none while it is %s, and is one once it is submitted', async (state) => {
    const { id } = await idea().in(await campaign().save(api.manager)).being(state).save(api.manager);
    for (const viewer of [outsider, owner, author]) expect(await proposed(viewer)).toEqual([]);
    await api.manager.query(`UPDATE idea SET state = 'submitted', submitted_at = now() WHERE id = $1`, [id]);
    expect(await proposed(outsider)).toEqual([[author.id, 1, [id]]]);
  });

  it('tells no juror who judges blind whose it is, until the jury is done', async () => {
    const judged = await campaign().judgedBy(juror).blind().at('jury').save(api.manager);
    const { id } = await idea().in(judged).save(api.manager);
    for (const viewer of [outsider, owner]) expect(await proposed(viewer)).toEqual([[author.id, 1, [id]]]);
    expect(await proposed(juror)).toEqual([]);
    await moveTo(api.manager, judged, 'decide');
    expect(await proposed(juror)).toEqual([[author.id, 1, [id]]]);
  });
});
