import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const FIELDS = `id poll { isMultiple isAnonymous closesAt isClosed voterCount viewerHasVoted viewerCanVote viewerSeesResults
  options { id label voteCount viewerChose voters { totalCount edges { node { id } } } } }`;
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${FIELDS} } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { post(id: $id) { ${FIELDS} } }`;
const VOTE = `mutation ($id: ID!, $options: [ID!]!) { votePoll(postId: $id, optionIds: $options) { ${FIELDS} } }`;
const LIST = `query ($id: ID!) { community(id: $id) { posts(first: 20) { edges { node { id poll { voterCount viewerSeesResults options { label voteCount } } } } } } }`;

interface Poll {
  id: string;
  poll: {
    isClosed: boolean;
    voterCount: number;
    viewerHasVoted: boolean;
    viewerCanVote: boolean;
    viewerSeesResults: boolean;
    options: { id: string; label: string; voteCount: number | null; viewerChose: boolean | null; voters: { totalCount: number; edges: { node: { id: string } }[] } }[];
  };
}

let api: TestApi;
let author: PersonEntity, voter: PersonEntity, other: PersonEntity, third: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, voter, other, third, stranger] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(author, voter, other, third).save(api.manager);
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const input = (poll: object, more: object = {}) => ({ input: { key: randomUUID(), kind: 'POLL', title: 'Which day?', communityId: closed.id, poll: { options: ['Monday', 'Tuesday', 'Friday'], ...poll }, ...more } });
const publish = async (poll: object = {}) => (await api.as(author).send<{ createPost: Poll }>(CREATE, input(poll))).createPost;
const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ post: Poll | null }>(READ, { id })).post;
const edit = (by: PersonEntity, id: string, poll: object) => api.as(by).send<{ editPost: Poll }>(EDIT, { input: { id, poll } });

async function vote(by: PersonEntity, { id, poll }: Poll, ...labels: string[]): Promise<Poll> {
  const options = labels.map((label) => poll.options.find((option) => option.label === label)?.id);
  return (await api.as(by).send<{ votePoll: Poll }>(VOTE, { id, options })).votePoll;
}

const counts = (poll: Poll | null) => poll?.poll.options.map(({ voteCount }) => voteCount);
const chosen = (poll: Poll | null) => poll?.poll.options.map(({ viewerChose }) => viewerChose);
const close = (id: string) => api.manager.query(`UPDATE poll SET closes_at = now() - interval '1 minute' WHERE post_id = $1`, [id]);

describe('a poll', () => {
  it('is published with its options, and found by them', async () => {
    const poll = await publish({ options: [' Lundi ', 'Quinquagésime'], isMultiple: true, closesAt: inAnHour() });
    expect(poll.poll).toMatchObject({ isMultiple: true, isAnonymous: false, isClosed: false, voterCount: 0, viewerCanVote: true, options: [{ label: 'Lundi' }, { label: 'Quinquagésime' }] });
    await expect(api.as(voter).send('{ search(text: "quinquagesime") { groups { hits { id } } } }')).resolves.toEqual({ search: { groups: [{ hits: [{ id: poll.id }] }] } });
    expect(await read(stranger, poll.id)).toBeNull();
  });

  it('is the same when its creation is tried again', async () => {
    const variables = input({});
    const [first, again] = [await api.as(author).send<{ createPost: Poll }>(CREATE, variables), await api.as(author).send<{ createPost: Poll }>(CREATE, variables)];
    expect(again).toEqual(first);
  });

  it.each([
    ['one option', { poll: { options: ['Monday', ' monday '] } }, 'POLL_OPTIONS_TOO_FEW', 'options'],
    ['eleven options', { poll: { options: Array.from({ length: 11 }, (_, i) => `Day ${i}`) } }, 'TOO_MANY_ITEMS', 'options'],
    ['an option that is too long', { poll: { options: ['Monday', 'x'.repeat(121)] } }, 'TEXT_TOO_LONG', 'options'],
    ['a close in the past', { poll: { options: ['A', 'B'], closesAt: '2020-01-01T00:00:00Z' } }, 'TIME_PAST', 'closesAt'],
    ['no options at all', { poll: null }, 'POST_PART_MISSING', 'poll'],
    ['options in a question', { kind: 'QUESTION' }, 'POST_PART_NOT_OF_KIND', 'poll'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(api.as(author).send(CREATE, input({}, change))).rejects.toMatchObject({ code, field });
  });
});

describe('voting by name', () => {
  it('shows the results to those who have voted, with who chose what, and lets them change their mind', async () => {
    const poll = await publish();
    expect(counts(await read(author, poll.id))).toEqual([null, null, null]);
    const voted = await vote(voter, poll, 'Monday');
    expect(voted.poll).toMatchObject({ voterCount: 1, viewerHasVoted: true, viewerCanVote: true, viewerSeesResults: true });
    expect([counts(voted), chosen(voted)]).toEqual([[1, 0, 0], [true, false, false]]);
    expect((await read(other, poll.id))?.poll.options[0]).toMatchObject({ voteCount: null, voters: { totalCount: 0, edges: [] } });

    await vote(other, poll, 'Friday');
    const changed = await vote(voter, poll, 'Friday');
    expect(counts(changed)).toEqual([0, 0, 2]);
    expect(changed.poll.voterCount).toBe(2);
    expect(new Set(changed.poll.options[2]?.voters.edges.map(({ node }) => node.id))).toEqual(new Set([voter.id, other.id]));
  });

  it('counts each person once, however often and at once they press', async () => {
    const poll = await publish({ isMultiple: true });
    await Promise.all([vote(voter, poll, 'Monday', 'Friday'), vote(voter, poll, 'Monday', 'Friday'), vote(voter, poll, 'Monday', 'Friday')]);
    expect(counts(await read(voter, poll.id))).toEqual([1, 0, 1]);
  });

  it('is refused to strangers, after the close, and for what is no choice', async () => {
    const poll = await publish();
    await expect(vote(stranger, poll, 'Monday')).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(vote(voter, poll, 'Monday', 'Friday')).rejects.toMatchObject({ code: 'POLL_CHOICE_INVALID' });
    await expect(vote(voter, poll)).rejects.toMatchObject({ code: 'POLL_CHOICE_INVALID' });
    for (const options of [[randomUUID()], [(await publish()).poll.options[0]?.id]]) {
      await expect(api.as(voter).send(VOTE, { id: poll.id, options })).rejects.toMatchObject({ code: 'POLL_CHOICE_INVALID' });
    }
    await expect(api.as(voter).send(VOTE, { id: poll.id, options: ['1'] })).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send(VOTE, { id: poll.id, options: [] })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await close(poll.id);
    await expect(vote(voter, poll, 'Monday')).rejects.toMatchObject({ code: 'POLL_CLOSED' });
    expect((await read(other, poll.id))?.poll).toMatchObject({ isClosed: true, viewerCanVote: false, viewerSeesResults: true });
    await expect(edit(author, poll.id, { closesAt: inAnHour() })).rejects.toMatchObject({ code: 'POLL_CLOSED' });
  });
});

describe('anonymous voting', () => {
  it('is final, tells nobody who chose what, and shows results from three votes on', async () => {
    const poll = await publish({ isAnonymous: true });
    const first = await vote(voter, poll, 'Monday');
    expect(first.poll).toMatchObject({ voterCount: 1, viewerHasVoted: true, viewerCanVote: false, viewerSeesResults: false });
    expect([counts(first), chosen(first)]).toEqual([[null, null, null], [null, null, null]]);
    await expect(vote(voter, poll, 'Friday')).rejects.toMatchObject({ code: 'POLL_VOTED_ALREADY' });
    await vote(other, poll, 'Friday');
    const last = await vote(third, poll, 'Friday');
    expect(counts(last)).toEqual([1, 0, 2]);
    expect(last.poll.options.map(({ voters }) => voters)).toEqual(Array(3).fill({ totalCount: 0, edges: [] }));
    expect(counts(await read(author, poll.id))).toEqual([null, null, null]);
  });

  it('counts a person once, at once too', async () => {
    const poll = await publish({ isAnonymous: true });
    const tries = await Promise.allSettled([vote(voter, poll, 'Monday'), vote(voter, poll, 'Monday'), vote(voter, poll, 'Friday')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(api.manager.query(`SELECT sum(anonymous_count)::int AS votes FROM poll_option WHERE post_id = $1`, [poll.id])).resolves.toEqual([{ votes: 1 }]);
  });

  it('leaves no row, no event and no time that joins a person and a choice', async () => {
    const poll = await publish({ isAnonymous: true });
    await vote(voter, poll, 'Monday');
    await expect(api.manager.query(`SELECT vote.* FROM poll_vote vote JOIN poll_option option ON option.id = vote.option_id WHERE option.post_id = $1`, [poll.id])).resolves.toEqual([]);
    const [participant] = await api.manager.query(`SELECT * FROM poll_participant WHERE post_id = $1`, [poll.id]);
    expect(Object.keys(participant)).toEqual(['post_id', 'person_id']);
    const events: { payload: object }[] = await api.manager.query(`SELECT payload FROM outbox_event WHERE type = 'feed.poll-voted' AND payload->>'postId' = $1`, [poll.id]);
    for (const { payload } of events) expect(payload).toEqual({ postId: poll.id });
  });
});

describe('editing a poll', () => {
  it('changes options until somebody has voted, the close until it has come, and never how one votes', async () => {
    const poll = await publish();
    expect((await edit(author, poll.id, { options: ['Yes', 'No'] })).editPost.poll.options.map(({ label }) => label)).toEqual(['Yes', 'No']);
    await expect(edit(author, poll.id, { options: ['Yes'] })).rejects.toMatchObject({ code: 'POLL_OPTIONS_TOO_FEW' });
    await expect(edit(author, poll.id, { isAnonymous: true })).rejects.toMatchObject({ code: 'POLL_FIXED' });
    await expect(edit(author, poll.id, { isMultiple: true })).rejects.toMatchObject({ code: 'POLL_FIXED' });
    await expect(edit(voter, poll.id, { options: ['A', 'B'] })).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await vote(voter, (await read(voter, poll.id)) as Poll, 'Yes');
    await expect(edit(author, poll.id, { options: ['Yes', 'No', 'Perhaps'] })).rejects.toMatchObject({ code: 'POLL_HAS_VOTES', field: 'options' });
    const closesAt = inAnHour();
    await expect(edit(author, poll.id, { options: ['Yes', 'No'], closesAt, isAnonymous: false })).resolves.toMatchObject({ editPost: { poll: { closesAt, voterCount: 1 } } });
  });
});

describe('a list of polls', () => {
  it('costs the same whatever its length', async () => {
    const cost = async () => (await api.statementsOf(() => api.as(voter).send(LIST, { id: closed.id }))).length;
    await vote(voter, await publish(), 'Monday');
    const ofOne = await cost();
    for (let i = 0; i < 6; i++) await vote(i % 2 ? voter : other, await publish({ isAnonymous: i % 3 === 0 }), 'Friday');
    expect(await cost()).toBe(ofOne);
  });
});
