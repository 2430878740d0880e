import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { breakGlassTimeUp } from '../../libs/communities/server/src/break-glass/break-glass-clock.ts';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import { aPost } from '@parvis/feed/server/testing';
import { PeopleMerge, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { Jobs, newId, Realtime, Transactions } from '@parvis/platform/server';
import { domains } from '../../apps/api/src/domains.ts';

const FIELDS = 'id state reason hours readingCount endsAt askedBy { id } decidedBy { id } endedBy { id } community { name visibility memberCount }';
const ASK = `mutation ($communityId: ID!, $reason: String!, $hours: Int!) { askBreakGlass(input: { communityId: $communityId, reason: $reason, hours: $hours }) { ${FIELDS} } }`;
const DECIDE = `mutation ($id: ID!, $isApproved: Boolean!) { decideBreakGlass(id: $id, isApproved: $isApproved) { ${FIELDS} } }`;
const END = `mutation ($id: ID!) { endBreakGlass(id: $id) { ${FIELDS} } }`;
const READ = 'query ($id: ID!, $first: Int, $after: String) { breakGlassReading(accessId: $id, first: $first, after: $after) { edges { node { id kind isAnswer title text fileNames author { id } } } pageInfo { hasNextPage endCursor } } }';
const LIST = `{ breakGlassAccesses(first: 50) { edges { node { ${FIELDS} } } } }`;
const SHOWN = `query ($id: ID!) { community(id: $id) { name breakGlassAccesses { ${FIELDS} } } }`;

interface Access {
  id: string;
  state: string;
  readingCount: number;
  community: { name: string | null; memberCount: number };
}
interface Read {
  breakGlassReading: { edges: { node: { id: string; kind: string; isAnswer: boolean; text: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const reason = 'Deux personnes nous ont signalé des menaces dans cette communauté.';
let api: TestApi;
let it_: PersonEntity, otherIt: PersonEntity, council: PersonEntity, auditor: PersonEntity, hr: PersonEntity, member: PersonEntity, animator: PersonEntity, stranger: PersonEntity;
let secretId: string, postId: string;

beforeAll(async () => {
  api = await TestApi.start(domains);
  const being = (role: 'it' | 'works-council' | 'auditor' | 'hr') => aPerson().being(role).save(api.manager);
  [it_, otherIt, council, auditor, hr] = [await being('it'), await being('it'), await being('works-council'), await being('auditor'), await being('hr')];
  [member, animator, stranger] = [await aPerson().save(api.manager), await aPerson().save(api.manager), await aPerson().save(api.manager)];
});
afterAll(() => api.stop());

beforeEach(async () => {
  secretId = (await aCommunity().named('Chemin de ronde').being('secret').animatedBy(animator).with(member).save(api.manager)).id;
  postId = (await aPost().by(member).in({ id: secretId }).saying('Je te retrouverai.').save(api.manager)).id;
  await api.as(animator).send('mutation ($id: ID!, $key: ID!, $body: RichText!) { addComment(input: { subject: { type: "post", id: $id }, key: $key, body: $body }) { id } }', { id: postId, key: newId(), body: richTextOf('Calme-toi.') });
});

const ask = async (values = {}, by = it_) => (await api.confirmed(by).send<{ askBreakGlass: Access }>(ASK, { communityId: secretId, reason, hours: 2, ...values })).askBreakGlass;
const decide = async (id: string, by = council, isApproved = true) => (await api.confirmed(by).send<{ decideBreakGlass: Access }>(DECIDE, { id, isApproved })).decideBreakGlass;
const end = async (id: string, by = it_) => (await api.confirmed(by).send<{ endBreakGlass: Access }>(END, { id })).endBreakGlass;
const read = async (id: string, by = it_, page = {}) => (await api.confirmed(by).send<Read>(READ, { id, ...page })).breakGlassReading;
const texts = async (id: string) => (await read(id)).edges.map(({ node }) => node.text);
const shown = async (by: PersonEntity) => (await api.as(by).send<{ community: { breakGlassAccesses: Access[] } | null }>(SHOWN, { id: secretId })).community?.breakGlassAccesses ?? null;
const opened = async () => decide((await ask()).id);
const log = async (id: string): Promise<string[]> => {
  const rows: { action: string }[] = await api.manager.query(`SELECT action FROM audit_entry WHERE area = 'break-glass' AND details ->> 'access' = $1 ORDER BY number`, [id]);
  return rows.map(({ action }) => action.replace('break-glass.', ''));
};
const told = async (person: PersonEntity): Promise<string[]> => {
  await api.settled();
  const { notifications } = await api.as(person).send<{ notifications: { edges: { node: { kind: string; target: { type: string; id: string; title: string | null } | null } }[] } }>(
    '{ notifications(first: 50) { edges { node { kind target { type id title } } } } }',
  );
  return notifications.edges.map(({ node }) => `${node.kind} ${node.target?.id ?? 'gone'}`);
};

describe('break-glass', () => {
  it('lets IT read one community once a second person has said yes, and shows it to the members', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'ASKED', reason, hours: 2, decidedBy: null, community: { name: null, visibility: 'SECRET', memberCount: 2 } });
    await expect(read(asked.id)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
    expect(await shown(member)).toEqual([]);

    const access = await decide(asked.id);
    expect(access).toMatchObject({ state: 'APPROVED', askedBy: { id: it_.id }, decidedBy: { id: council.id }, community: { name: null } });
    expect((await read(access.id)).edges.map(({ node }) => node)).toMatchObject([
      { id: postId, kind: 'post', isAnswer: false, text: 'Je te retrouverai.', fileNames: [], author: { id: member.id } },
      { kind: 'comment', isAnswer: true, text: 'Calme-toi.', author: { id: animator.id } },
    ]);
    const first = await read(access.id, it_, { first: 1 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect((await read(access.id, it_, { first: 1, after: first.pageInfo.endCursor })).edges.map(({ node }) => node.text)).toEqual(['Calme-toi.']);
    // Whoever reads there knows its name; whoever said yes still does not.
    const { breakGlassAccesses } = await api.confirmed(it_).send<{ breakGlassAccesses: { edges: { node: Access }[] } }>(LIST);
    expect(breakGlassAccesses.edges.find(({ node }) => node.id === access.id)?.node.community.name).toBe('Chemin de ronde');

    for (const person of [member, animator]) expect(await shown(person)).toMatchObject([{ id: access.id, reason, state: 'APPROVED', readingCount: 3, askedBy: { id: it_.id }, decidedBy: { id: council.id } }]);
    expect(await shown(stranger)).toBeNull();
    await end(access.id);
    expect(await shown(member)).toMatchObject([{ state: 'ENDED', readingCount: 3, endedBy: { id: it_.id } }]);
    expect(await log(access.id)).toEqual(['asked', 'approved', 'first-reading', 'ended']);
  });

  it('opens nothing but the reading: no page of the community, no search, no feed, no socket, no writing, no membership', async () => {
    const access = await opened();
    expect(await texts(access.id)).toHaveLength(2);
    const as = api.confirmed(it_);
    await expect(as.send(SHOWN, { id: secretId })).resolves.toEqual({ community: null });
    await expect(as.send('query ($id: ID!) { post(id: $id) { id } }', { id: postId })).resolves.toEqual({ post: null });
    await expect(as.send('{ feed(source: ALL, first: 50) { edges { node { id } } } }')).resolves.toMatchObject({ feed: { edges: expect.not.arrayContaining([{ node: { id: postId } }]) } });
    await expect(as.send('mutation ($key: ID!, $communityId: ID!, $body: RichText!) { createPost(input: { kind: STATUS, key: $key, communityId: $communityId, body: $body }) { id } }', { key: newId(), communityId: secretId, body: richTextOf('x') })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(as.send('mutation ($id: ID!, $key: ID!, $body: RichText!) { addComment(input: { subject: { type: "post", id: $id }, key: $key, body: $body }) { id } }', { id: postId, key: newId(), body: richTextOf('x') })).rejects.toBeTruthy();
    expect((await shown(member))?.[0]?.community.memberCount).toBe(2);
    expect(await texts(access.id)).toHaveLength(2);
  });

  it('is asked for by IT alone, who has lately said again who they are, with a reason and for a day at most', async () => {
    for (const person of [member, animator, council, auditor, hr]) await expect(ask({}, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(ASK, { communityId: secretId, reason, hours: 2 })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(ask({ reason: ' Curiosité.            ' })).rejects.toMatchObject({ code: 'BREAK_GLASS_REASON_SHORT', field: 'reason', params: { min: 20 } });
    await expect(ask({ reason: '  ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'reason' });
    await expect(ask({ reason: 'x'.repeat(1001) })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
    for (const hours of [0, 25, -1]) await expect(ask({ hours })).rejects.toMatchObject({ code: 'BREAK_GLASS_HOURS', field: 'hours' });
    await expect(ask({ communityId: newId() })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(ask({ communityId: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
    const open = await aCommunity().save(api.manager);
    const own = await aCommunity().being('closed').with(it_).save(api.manager);
    for (const { id } of [open, own]) await expect(ask({ communityId: id })).rejects.toMatchObject({ code: 'BREAK_GLASS_NEEDLESS' });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'BREAK_GLASS_REPEATED' });
    await expect(ask({}, otherIt)).resolves.toMatchObject({ state: 'ASKED' });
  });

  it('is decided by the works council or an auditor, once, never by IT and never by whoever asked', async () => {
    const { id } = await ask();
    const both = await aPerson().being('auditor', 'it').save(api.manager);
    for (const person of [it_, otherIt, both, hr, member, animator, stranger]) await expect(decide(id, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(council).send(DECIDE, { id, isApproved: true })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(decide(newId())).rejects.toMatchObject({ code: 'BREAK_GLASS_NOT_FOUND' });
    // Whoever asked has become an auditor since.
    await api.manager.query(`UPDATE person SET roles = '{auditor}' WHERE id = $1`, [it_.id]);
    await expect(decide(id, it_)).rejects.toMatchObject({ code: 'BREAK_GLASS_OWN' });
    await api.manager.query(`UPDATE person SET roles = '{it}' WHERE id = $1`, [it_.id]);

    await expect(decide(id, auditor, false)).resolves.toMatchObject({ state: 'REFUSED', decidedBy: { id: auditor.id } });
    await expect(decide(id)).rejects.toMatchObject({ code: 'BREAK_GLASS_DECIDED' });
    await expect(read(id)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
    expect(await shown(member)).toEqual([]);
    expect(await log(id)).toEqual(['asked', 'refused']);
    await expect(ask()).resolves.toMatchObject({ state: 'ASKED' });
  });

  it('is read by whoever asked, who is of IT and confirmed; a colleague of IT does not see it', async () => {
    const { id } = await opened();
    await expect(read(id, otherIt)).rejects.toMatchObject({ code: 'BREAK_GLASS_NOT_FOUND' });
    for (const person of [council, auditor, hr, member]) await expect(read(id, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(READ, { id })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await api.manager.query(`UPDATE person SET roles = '{employee}' WHERE id = $1`, [it_.id]);
    await expect(read(id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await api.manager.query(`UPDATE person SET roles = '{it}' WHERE id = $1`, [it_.id]);
    await expect(texts(id)).resolves.toHaveLength(2);
    const seenBy = async (person: PersonEntity) => (await api.confirmed(person).send<{ breakGlassAccesses: { edges: { node: Access }[] } }>(LIST)).breakGlassAccesses.edges.map(({ node }) => node.id);
    expect(await seenBy(it_)).toContain(id);
    expect(await seenBy(council)).toContain(id);
    expect(await seenBy(otherIt)).not.toContain(id);
    for (const person of [hr, member]) await expect(seenBy(person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(LIST)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
  });

  it('is ended at once by whoever asked or may decide, and tells the open pages', async () => {
    for (const person of [it_, council, auditor]) {
      const { id } = await opened();
      const [realtime, changes] = [api.app.get(Realtime), [] as string[]];
      const tell = realtime.tellWatchers.bind(realtime);
      realtime.tellWatchers = async (change) => (changes.push(change.topic), tell(change));
      for (const other of [otherIt]) await expect(end(id, other)).rejects.toMatchObject({ code: 'BREAK_GLASS_NOT_FOUND' });
      for (const other of [member, animator, hr]) await expect(end(id, other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(texts(id)).resolves.toHaveLength(2);
      await expect(end(id, person)).resolves.toMatchObject({ state: 'ENDED' });
      await expect(read(id)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
      await expect(end(id, person)).resolves.toMatchObject({ state: 'ENDED' });
      await api.settled();
      expect(changes).toContain(`break-glass:${id}`);
      realtime.tellWatchers = tell;
      expect((await log(id)).at(-1)).toBe('ended');
    }
  });

  it('is over with its time to the moment, whatever has written it down, and a request lapses after a day', async () => {
    const { id } = await opened();
    await api.manager.query(`UPDATE break_glass_access SET ends_at = now() - interval '1 millisecond' WHERE id = $1`, [id]);
    await expect(read(id)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
    expect(await shown(member)).toMatchObject([{ state: 'ENDED' }]);
    await api.app.get(Jobs).run(breakGlassTimeUp, { accessId: id });
    await api.app.get(Jobs).run(breakGlassTimeUp, { accessId: id });
    expect(await log(id)).toEqual(['asked', 'approved', 'ended']);

    const waiting = await ask();
    await api.app.get(Jobs).run(breakGlassTimeUp, { accessId: waiting.id });
    await api.manager.query(`UPDATE break_glass_access SET lapses_at = now() - interval '1 millisecond' WHERE id = $1`, [waiting.id]);
    await expect(decide(waiting.id)).rejects.toMatchObject({ code: 'BREAK_GLASS_DECIDED' });
    await api.app.get(Jobs).run(breakGlassTimeUp, { accessId: waiting.id });
    expect(await log(waiting.id)).toEqual(['asked', 'lapsed']);
  });

  it('takes two people: those who turn out to be one have opened nothing', async () => {
    const [asker, decider] = [await aPerson().being('it').save(api.manager), await aPerson().being('works-council').save(api.manager)];
    const { id } = await ask({}, asker);
    await decide(id, decider);
    await expect(read(id, asker)).resolves.toBeTruthy();
    await api.app.get(Transactions).run((tx) => api.app.get(PeopleMerge, { strict: false }).merge(tx, { fromId: decider.id, intoId: asker.id }));
    await expect(read(id, asker)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
    await api.settled();
    expect(await log(id)).toEqual(['asked', 'approved', 'first-reading', 'ended']);
    expect(await shown(member)).toMatchObject([{ id, state: 'ENDED' }]);
  });

  it('ends when the community goes into another', async () => {
    const { id } = await opened();
    const into = await aCommunity().being('closed').animatedBy(animator).save(api.manager);
    await api.as(animator).send('mutation ($fromId: ID!, $intoId: ID!) { mergeCommunities(input: { fromId: $fromId, intoId: $intoId, confirmedContentCount: 100 }) { id } }', { fromId: secretId, intoId: into.id });
    await expect(read(id)).rejects.toMatchObject({ code: 'BREAK_GLASS_CLOSED' });
    secretId = into.id;
    expect(await shown(animator)).toMatchObject([{ id, state: 'ENDED' }]);
  });

  it('is told to every member at once, also to whoever has muted the community or IT, and to those who may decide while they may', async () => {
    await api.as(member).send('mutation ($id: ID!) { setCommunityNotifications(communityId: $id, level: NOTHING) { id } }', { id: secretId });
    await api.as(member).send('mutation { changeNotificationSettings(input: { offKinds: [BREAK_GLASS], hasQuietHours: false }) { offKinds } }');
    const { id } = await ask();
    for (const person of [council, auditor]) expect(await told(person)).toContain(`BREAK_GLASS_REQUEST ${id}`);
    for (const person of [hr, otherIt, member]) expect((await told(person)).join()).not.toContain(id);
    await decide(id);
    for (const person of [member, animator]) expect(await told(person)).toContain(`BREAK_GLASS ${id}`);
    for (const person of [council, auditor, it_, stranger]) expect((await told(person)).join()).not.toContain(id);
  });
});
