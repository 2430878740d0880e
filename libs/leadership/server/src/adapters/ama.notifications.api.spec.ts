import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { Jobs } from '@parvis/platform/server';
import type { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { sessionOpens, sessionStarts } from '../session/session-calls.ts';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';

let api: TestApi;
let host: PersonEntity, asker: PersonEntity, colleague: PersonEntity, stranger: PersonEntity;
let place: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  host = await aPerson().being('executive').save(api.manager);
  [asker, colleague, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  place = await aCommunity().being('closed').with(host, asker, colleague).save(api.manager);
});

const { told, change } = aNotificationReader(() => api);
const aSession = (state: 'announced' | 'collecting' | 'live') => anAmaSession(host).titled('Ask the plant').in(place).being(state).save(api.manager);
const ask = async (session: AmaSessionEntity, by = asker) =>
  (
    await api.as(by).send<{ askAmaQuestion: { id: string } }>('mutation ($input: AskAmaQuestionInput!) { askAmaQuestion(input: $input) { id } }', {
      input: { key: randomUUID(), sessionId: session.id, text: 'Why so late?' },
    })
  ).askAmaQuestion.id;
const naming = (...named: PersonEntity[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As said by ' }, ...named.map(({ id, displayName }) => ({ type: 'mention', attrs: { id, label: displayName } }))] }],
});
const answer = (questionId: string, body: object) =>
  api.as(host).send('mutation ($input: AnswerAmaQuestionInput!) { answerAmaQuestion(input: $input) { id } }', { input: { key: randomUUID(), questionId, body } });
const follow = (by: PersonEntity, { id }: AmaSessionEntity) =>
  api.as(by).send('mutation ($input: SetThreadStateInput!) { setThreadState(input: $input) { viewerThreadState } }', { input: { subject: { type: 'ama-session', id }, state: 'FOLLOWING' } });

describe('an answer to a question', () => {
  it('is told to whoever asked; whoever it mentions hears of that, if they may read it', async () => {
    const id = await ask(await aSession('live'));
    await answer(id, naming(asker, colleague, stranger, host));
    expect(await told(asker)).toEqual([['AMA_ANSWER', 'ama-question', id, 'Why so late?']]);
    expect(await told(colleague)).toEqual([['MENTION', 'ama-question', id, 'Why so late?']]);
    expect([await told(host), await told(stranger)]).toEqual([[], []]);
  });

  it('tells those whom an edit mentions, and nobody a second time', async () => {
    const id = await ask(await aSession('live'));
    await answer(id, naming(asker));
    await api.as(host).send('mutation ($input: EditAmaAnswerInput!) { editAmaAnswer(input: $input) { id } }', { input: { questionId: id, body: naming(asker, colleague) } });
    expect((await told(asker)).map(([kind]) => kind)).toEqual(['AMA_ANSWER']);
    expect((await told(colleague)).map(([kind]) => kind)).toEqual(['MENTION']);
  });

  it('is no news to a host who asked themselves, nor to whoever wants nothing of the community', async () => {
    const session = await aSession('live');
    await answer(await ask(session, host), richTextOf('Because.'));
    await api.as(asker).send('mutation ($id: ID!) { setCommunityNotifications(communityId: $id, level: NOTHING) { id } }', { id: place.id });
    await answer(await ask(session), richTextOf('Because.'));
    expect([await told(host), await told(asker)]).toEqual([[], []]);
  });
});

describe('what is said under a question', () => {
  it('is told to whoever asked and to those who spoke there, and leads to the question', async () => {
    const id = await ask(await aSession('live'));
    const say = (by: PersonEntity, body: object) =>
      api.as(by).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'ama-question', id }, body } });
    await say(colleague, richTextOf('I wonder too.'));
    const { addComment } = await say(host, naming(asker));
    expect(await told(asker)).toEqual([['MENTION', 'comment', addComment.id, expect.stringContaining('As said by')], ['ANSWER', 'ama-question', id, 'Why so late?']]);
    expect(await told(colleague)).toEqual([['REPLY', 'ama-question', id, 'Why so late?']]);
    await api.as(colleague).send('mutation ($input: SetReactionInput!) { setReaction(input: $input) { __typename } }', { input: { subject: { type: 'ama-question', id }, kind: 'THANKS' } });
    expect((await told(asker))[0]).toEqual(['REACTION', 'ama-question', id, 'Why so late?']);
  });
});

describe('a session', () => {
  const open = (id: string) => api.app.get(Jobs).run(sessionOpens, { sessionId: id });
  const start = (id: string) => api.app.get(Jobs).run(sessionStarts, { sessionId: id });
  const moveTo = (id: string, opens: string, starts: string) =>
    api.dataSource.query(`UPDATE ama_session SET opens_at = now() + $2::interval, starts_at = now() + $3::interval WHERE id = $1`, [id, opens, starts]);

  it('calls those who follow it when it takes questions, once, and nobody else', async () => {
    const session = await aSession('announced');
    await follow(colleague, session);
    await expect(follow(stranger, session)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await open(session.id);
    expect(await told(colleague)).toEqual([]);
    await moveTo(session.id, '-1 minute', '1 hour');
    for (let again = 0; again < 2; again += 1) await open(session.id);
    expect(await told(colleague)).toEqual([['AMA_OPENING', 'ama-session', session.id, 'Ask the plant']]);
    expect([await told(asker), await told(host), await told(stranger)]).toEqual([[], [], []]);
  });

  it('calls those who follow, asked or voted when it begins, as long as they may read there', async () => {
    const session = await aSession('collecting');
    const [voter, gone] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    for (const { id } of [voter, gone]) await api.dataSource.query(`INSERT INTO membership (id, community_id, person_id, role, joined_at) VALUES ($1, $2, $3, 'member', now())`, [randomUUID(), place.id, id]);
    const id = await ask(session);
    await api.as(voter).send('mutation ($id: ID!) { voteForAmaQuestion(id: $id, wanted: true) { id } }', { id });
    await follow(colleague, session);
    await follow(gone, session);
    await api.dataSource.query('DELETE FROM membership WHERE person_id = $1', [gone.id]);
    await moveTo(session.id, '-1 hour', '-1 minute');
    for (let again = 0; again < 2; again += 1) await start(session.id);
    for (const person of [asker, voter, colleague]) expect(await told(person)).toEqual([['AMA_START', 'ama-session', session.id, 'Ask the plant']]);
    expect([await told(gone), await told(stranger), await told(host)]).toEqual([[], [], []]);
  });

  it('calls nobody when it is called off, and is out of notifications then', async () => {
    const session = await aSession('collecting');
    await ask(session);
    await follow(colleague, session);
    await moveTo(session.id, '-1 hour', '-1 minute');
    await change(colleague, { offKinds: ['AMA_START'] });
    await start(session.id);
    expect([await told(asker), await told(colleague)]).toEqual([[['AMA_START', 'ama-session', session.id, 'Ask the plant']], []]);
    await api.as(host).send('mutation ($id: ID!) { cancelAmaSession(id: $id) { id } }', { id: session.id });
    expect(await told(asker)).toEqual([]);
  });

  it('is planned to call at its hours, and not any more when it is called off', async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const plan = { title: 'Later', description: '', opensAt: inHours(1), startsAt: inHours(2), endsAt: inHours(3) };
    const jobs = async (id: string) => (await api.dataSource.query(`SELECT name, start_after FROM pgboss.job WHERE singleton_key = $1 AND state = 'created' ORDER BY name`, [id])) as { name: string; start_after: Date }[];
    const { planAmaSession } = await api.as(host).send<{ planAmaSession: { id: string } }>('mutation ($input: PlanAmaSessionInput!) { planAmaSession(input: $input) { id } }', { input: { key: randomUUID(), ...plan } });
    const { id } = planAmaSession;
    expect((await jobs(id)).map(({ name, start_after: at }) => [name, at.toISOString()])).toEqual([['leadership.session-opens', plan.opensAt], ['leadership.session-starts', plan.startsAt]]);
    await api.as(host).send('mutation ($input: ChangeAmaSessionInput!) { changeAmaSession(input: $input) { id } }', { input: { id, ...plan, opensAt: inHours(-1), startsAt: inHours(2.5) } });
    expect((await jobs(id)).map(({ name }) => name)).toEqual(['leadership.session-starts']);
    await api.as(host).send('mutation ($id: ID!) { cancelAmaSession(id: $id) { id } }', { id });
    expect(await jobs(id)).toEqual([]);
  });
});
