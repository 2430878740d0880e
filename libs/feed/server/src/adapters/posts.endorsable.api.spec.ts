import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { importStarterSkills, peopleDomain, SkillHolders } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const ENDORSE = `mutation ($input: EndorseSkillInput!) { endorseSkill(input: $input) { id words isViewers isHidden endorser { id } skill { en } thing { type id words targetType targetId } } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawEndorsement(id: $id) { id } }`;
const HIDE = `mutation ($id: ID!, $hidden: Boolean!) { hideEndorsement(id: $id, hidden: $hidden) { id isHidden } }`;
const READ = `query ($id: ID!) { person(id: $id) { skills { words endorsementCount endorsements { id } } endorsements { id words isHidden isViewers thing { words } } } }`;
const THINGS = `query ($id: ID!) { endorsableThings(personId: $id) { type id words } }`;
const SAY = `mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const DELETE = `mutation ($id: ID!) { deletePost(id: $id) }`;

interface Read {
  person: { skills: { words: string; endorsementCount: number; endorsements: { id: string }[] }[]; endorsements: { id: string; words: string; isHidden: boolean }[] };
}

let api: TestApi;
let [writer, endorser, member, outsider] = [] as unknown as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
let post: { id: string };
let inside: { id: string };

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  await importStarterSkills(api.manager, [{ fr: ['soudage', 'soudure'], en: ['welding'] }]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, endorser, member, outsider] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  const closed = await aCommunity().being('secret').with(writer, endorser, member).save(api.manager);
  post = await aPost().by(writer).save(api.manager);
  inside = await aPost().by(writer).in(closed).save(api.manager);
});

const inputFor = ({ id, type = 'post' }: { id: string; type?: string }, more: object = {}) => ({ personId: writer.id, words: 'Welding', thing: { type, id }, ...more });
const endorse = async (by: PersonEntity, thing: { id: string; type?: string }, more?: object) =>
  (await api.as(by).send<{ endorseSkill: { id: string } }>(ENDORSE, { input: inputFor({ id: thing.id, type: thing.type }, more) })).endorseSkill;
const read = async (reader: PersonEntity) => (await api.as(reader).send<Read>(READ, { id: writer.id })).person;
const idsSeenBy = async (reader: PersonEntity) => (await read(reader)).endorsements.map(({ id }) => id);
const say = (...words: string[]) => api.as(writer).send(SAY, { skills: words.map((said) => ({ words: said })) });

describe('a recommendation', () => {
  it('says who recommends, for what, because of what', async () => {
    expect(await endorse(endorser, post)).toMatchObject({
      words: 'Welding', isViewers: true, isHidden: false, endorser: { id: endorser.id }, skill: { en: 'welding' }, thing: { type: 'post', id: post.id, targetType: 'post', targetId: post.id },
    });
    await say('soudure', 'Poterie');
    expect((await read(outsider)).skills).toMatchObject([{ words: 'soudure', endorsementCount: 1 }, { words: 'Poterie', endorsementCount: 0 }]);
  });

  it('may be for an answer, and leads to what was answered', async () => {
    const question = await aPost().by(member).save(api.manager);
    const { addComment } = await api.as(writer).send<{ addComment: { id: string } }>(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: question.id }, body: richTextOf('Use the small torch.') } });
    expect(await endorse(endorser, { type: 'comment', id: addComment.id })).toMatchObject({ thing: { type: 'comment', words: 'Use the small torch.', targetType: 'post', targetId: question.id } });
  });

  it.each([
    ['of oneself', () => api.as(writer).send(ENDORSE, { input: inputFor(post) }), 'ENDORSEMENT_SELF'],
    ['by nobody', () => api.anonymous().send(ENDORSE, { input: inputFor(post) }), 'UNAUTHENTICATED'],
    ['for what one may not see', () => endorse(outsider, inside), 'ENDORSED_THING_NOT_FOUND'],
    ['for nothing', () => endorse(endorser, { id: randomUUID() }), 'ENDORSED_THING_NOT_FOUND'],
    ['for a kind that there is not', () => endorse(endorser, { id: post.id, type: 'person' }), 'ENDORSED_THING_NOT_FOUND'],
    ['for an id that is none', () => endorse(endorser, { id: `' OR TRUE --` }), 'ENDORSED_THING_NOT_FOUND'],
    ['for what somebody else wrote', async () => endorse(endorser, await aPost().by(member).save(api.manager)), 'ENDORSED_THING_OF_ANOTHER'],
    ['of nobody', () => endorse(endorser, post, { personId: randomUUID() }), 'PERSON_NOT_FOUND'],
    ['without words', () => endorse(endorser, post, { words: ' ' }), 'TEXT_REQUIRED'],
    ['in 10,000 characters', () => endorse(endorser, post, { words: 'x'.repeat(10_000) }), 'TEXT_TOO_LONG'],
    ['for a skill that there is not', () => endorse(endorser, post, { skillId: randomUUID() }), 'SKILL_NOT_FOUND'],
  ])('is not given %s', async (_what, attempt, code) => {
    await expect(attempt()).rejects.toMatchObject({ code });
    expect(await idsSeenBy(writer)).toEqual([]);
  });

  it('is given once for each skill, whatever it is called, also by two clicks at once', async () => {
    const tries = await Promise.allSettled([endorse(endorser, post), endorse(endorser, inside, { words: 'soudure' })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(endorse(endorser, post, { words: 'Soudage' })).rejects.toMatchObject({ code: 'ENDORSED_ALREADY' });
    await endorse(endorser, post, { words: 'Poterie' });
    await expect(endorse(endorser, post, { words: 'poterie' })).rejects.toMatchObject({ code: 'ENDORSED_ALREADY' });
    await endorse(member, post);
    expect(await idsSeenBy(outsider)).toHaveLength(tries[0].status === 'fulfilled' ? 3 : 2);
  });

  it('is neither seen nor counted by those who may not see what it is for', async () => {
    const { id } = await endorse(endorser, inside);
    await say('welding');
    for (const reader of [writer, endorser, member]) expect(await read(reader)).toMatchObject({ endorsements: [{ id }], skills: [{ endorsementCount: 1 }] });
    expect(await read(outsider)).toMatchObject({ endorsements: [], skills: [{ endorsementCount: 0, endorsements: [] }] });
    const counted = async (viewer: PersonEntity) => {
      const [row] = await api.manager.query(
        `SELECT endorsement_count FROM (${api.app.get(SkillHolders, { strict: false }).of({ skills: `ARRAY(SELECT id FROM skill)`, viewer: '$1::uuid', most: 100 })}) holder WHERE person_id = $2`,
        [viewer.id, writer.id],
      );
      return row.endorsement_count;
    };
    expect([await counted(member), await counted(outsider)]).toEqual([1, 0]);
  });

  it('goes with what it is for', async () => {
    await endorse(endorser, post);
    await api.as(writer).send(DELETE, { id: post.id });
    for (const reader of [writer, endorser, outsider]) expect(await idsSeenBy(reader)).toEqual([]);
  });

  it('is taken back by whoever gave it, and by nobody else', async () => {
    const { id } = await endorse(endorser, post);
    for (const other of [writer, outsider]) await expect(api.as(other).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'ENDORSEMENT_NOT_FOUND' });
    await expect(api.as(endorser).send(WITHDRAW, { id })).resolves.toEqual({ withdrawEndorsement: { id: writer.id } });
    expect(await idsSeenBy(outsider)).toEqual([]);
    await expect(api.as(endorser).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'ENDORSEMENT_NOT_FOUND' });
    await expect(api.as(endorser).send(WITHDRAW, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });

  it('is hidden and shown by whoever was given it, and by nobody else', async () => {
    const { id } = await endorse(endorser, post);
    await say('welding');
    for (const other of [endorser, outsider]) await expect(api.as(other).send(HIDE, { id, hidden: true })).rejects.toMatchObject({ code: 'ENDORSEMENT_NOT_FOUND' });
    await expect(api.as(writer).send(HIDE, { id, hidden: true })).resolves.toEqual({ hideEndorsement: { id, isHidden: true } });
    expect(await read(outsider)).toMatchObject({ endorsements: [], skills: [{ endorsementCount: 0 }] });
    expect(await read(writer)).toMatchObject({ endorsements: [{ id, isHidden: true }], skills: [{ endorsementCount: 0 }] });
    expect(await read(endorser)).toMatchObject({ endorsements: [{ id, isHidden: false }] });
    await api.as(writer).send(HIDE, { id, hidden: false });
    expect(await idsSeenBy(outsider)).toEqual([id]);
  });

  it('is still hidden by whoever was given it once they left where it is, without what it is for', async () => {
    const { id } = await endorse(endorser, inside);
    await say('welding');
    await api.manager.query(`DELETE FROM membership WHERE person_id = $1`, [writer.id]);
    expect(await read(writer)).toMatchObject({ endorsements: [{ id, words: 'Welding', isHidden: false, thing: null }], skills: [{ endorsementCount: 1 }] });
    expect(await read(member)).toMatchObject({ endorsements: [{ id, thing: { words: expect.any(String) } }] });
    await expect(api.as(writer).send(HIDE, { id, hidden: true })).resolves.toEqual({ hideEndorsement: { id, isHidden: true } });
    expect([await idsSeenBy(member), await idsSeenBy(writer)]).toEqual([[], [id]]);
    await api.manager.query(`DELETE FROM membership WHERE person_id = $1`, [endorser.id]);
    expect(await idsSeenBy(endorser)).toEqual([]);
  });

  it('is hidden with the skills of whoever was given it', async () => {
    const { id } = await endorse(endorser, post);
    await api.manager.query(`INSERT INTO profile_visibility VALUES ($1, 'skills', 'nobody')`, [writer.id]);
    expect([await idsSeenBy(outsider), await idsSeenBy(writer)]).toEqual([[], [id]]);
  });

  it('may be for what the colleague wrote last, as far as one sees it', async () => {
    const things = async (reader: PersonEntity) => (await api.as(reader).send<{ endorsableThings: { id: string }[] }>(THINGS, { id: writer.id })).endorsableThings.map(({ id }) => id);
    expect((await things(member)).sort()).toEqual([post.id, inside.id].sort());
    expect(await things(outsider)).toEqual([post.id]);
    await expect(api.as(member).send(THINGS, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});
