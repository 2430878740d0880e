import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { aPerson, type TestApi } from '@parvis/identity/server/testing';
import { aPdf, upload } from '@parvis/media/server/testing';
import { importStarterSkills } from '@parvis/people/server';
import { dayMs, newId } from '@parvis/platform/server';
import { Lexicon } from '@parvis/search/server';
import type { GraphQLSchema } from 'graphql';
import { canary, sent } from './observe.ts';
import { operationOf } from './operation.ts';
import { plantCampaigns } from './world-campaigns.ts';
import { plantAdministration } from './world-administration.ts';
import { plantSession } from './world-session.ts';
import type { Column } from './row.ts';

/** A text of the closed community. */
export const secret = (words: string) => `${words} ${canary}`;
export const secretText = (words: string) => richTextOf(secret(words));
export const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Those who plant the world, `author` among them: whoever of the closed community is none of the ten. */
export type People = Record<Exclude<Column, 'nobody'> | 'author', PersonEntity>;
export type Do = <T = { id: string }>(person: { id: string }, field: string, args: Record<string, unknown>) => Promise<T>;
/** What the parts of the world are planted with. */
export interface Planting {
  api: TestApi;
  people: People;
  /** Runs a mutation that must succeed; returns what it answers. */
  does: Do;
}

export type World = Awaited<ReturnType<typeof plantWorld>>;

/**
 * An open community and a closed one, a secret one, one at rest and one that nobody animates any more, with one thing of each kind and state that something can be done to.
 * What stands in the closed one belongs to `member`, `animator` or `author`. `outsider` was there until everything was planted.
 */
export async function plantWorld(api: TestApi, schema: GraphQLSchema) {
  const people = await plantPeople(api);
  const does: Do = async <T>(person: { id: string }, field: string, args: Record<string, unknown>) => {
    const operation = operationOf(schema, { kind: 'mutation', name: field, steps: [{ field, args }], expected: {} });
    const { answer, bytes } = await sent(api, await api.cookieOf(person.id), operation);
    if (answer.errors) throw new Error(`The world cannot be planted: ${field} answers ${bytes}`);
    return answer.data?.[field] as T;
  };
  const planting: Planting = { api, people, does };
  // At whatever hour the test runs, everybody hears of what happens.
  for (const person of Object.values(people)) await does(person, 'changeNotificationSettings', { input: { hasQuietHours: false } });
  const communities = await plantCommunities(planting);
  const posts = await plantPosts(planting, communities);
  const talk = await plantTalk(planting, posts);
  const wiki = await plantWiki(planting, communities);
  const campaigns = await plantCampaigns(planting, communities);
  const session = await plantSession(planting, communities);
  const own = await plantOwn(planting, { ...communities, ...posts });
  await api.settled();
  const experts = await plantExperts(planting, posts);
  await readIndicators(api, schema, people.hr);
  await part(planting, communities, posts);
  await api.settled();
  await api.app.get(Lexicon).settled();
  const ids = Object.fromEntries(Object.entries(people).map(([name, { id }]) => [name, id])) as Record<keyof People, string>;
  const cookies = await cookiesOf(api, people);
  const administration = await plantAdministration(planting, communities);
  return { people: ids, cookies, ...administration, ...communities, ...posts, ...talk, ...wiki, ...campaigns, ...session, ...own, ...experts };
}

async function plantPeople({ manager }: TestApi): Promise<People> {
  const executive = await aPerson().named('Edith Executive').in('Direction').being('executive').save(manager);
  const worker = (name: string) => aPerson().named(name).in('Atelier').reportingTo(executive).save(manager);
  return {
    executive,
    employee: await worker('Emile Employee'), outsider: await worker('Odile Outsider'), member: await worker('Max Member'), animator: await worker('Anna Animator'), author: await aPerson().named('Aline Author').in('Atelier').being('executive').save(manager),
    hr: await aPerson().named('Hugo Human').in('Atelier').being('hr').save(manager),
    moderator: await aPerson().named('Mona Moderator').in('Atelier').being('moderator').save(manager),
    it: await aPerson().named('Ivan It').in('Atelier').being('it').save(manager),
    delegate: await aPerson().named('Dora Delegate').in('Atelier').save(manager),
    council: await aPerson().named('Clara Council').in('Atelier').being('works-council').save(manager),
    leaver: await aPerson().named('Leo Leaver').in('Atelier').save(manager),
  };
}

/** The Cookie header of each column: of whoever left, that of the session which they had. */
async function cookiesOf(api: TestApi, people: People): Promise<Record<Column, string>> {
  const own = await Promise.all(Object.entries(people).map(async ([name, { id }]) => [name, await api.cookieOf(id)]));
  return { nobody: '', ...Object.fromEntries(own) } as Record<Column, string>;
}

type Communities = Awaited<ReturnType<typeof plantCommunities>>;

async function plantCommunities({ api: { manager }, people, does }: Planting) {
  const { employee, outsider, member, animator, author, executive, leaver } = people;
  const inside = [member, author, outsider];
  const open = await aCommunity().named('Open garden').animatedBy(animator).with(member, outsider, employee, leaver).save(manager);
  const closed = await aCommunity().named('Closed room').being('closed').animatedBy(animator).with(...inside).save(manager);
  const hidden = await aCommunity().named(secret('Hidden room')).being('secret').animatedBy(animator).with(...inside).save(manager);
  const other = await aCommunity().named('Other room').being('closed').animatedBy(animator).with(author).save(manager);
  const resting = await aCommunity().named('Resting room').being('closed').animatedBy(animator).with(member).archived().save(manager);
  const orphaned = await aCommunity().named('Orphaned room').being('closed').animatedBy(leaver).with(author).save(manager);
  await does(animator, 'updateCommunity', { input: { id: closed.id, welcome: secret('Welcome'), topics: ['metal'] } });
  await does(animator, 'updateCommunity', { input: { id: hidden.id, description: secret('What it is for'), charter: secret('How'), topics: [canary] } });
  await does(animator, 'inviteToCommunity', { input: { communityId: closed.id, personIds: [executive.id], word: 'Come in.' } });
  await does(employee, 'joinCommunity', { id: closed.id });
  const [invitation] = await manager.query<{ id: string }[]>('SELECT id FROM community_invitation WHERE community_id = $1', [closed.id]);
  const [request] = await manager.query<{ id: string }[]>('SELECT id FROM join_request WHERE community_id = $1', [closed.id]);
  const idOf = (one: { id: string }) => one.id;
  return {
    open: idOf(open), closed: idOf(closed), hidden: idOf(hidden), other: idOf(other), resting: idOf(resting), orphaned: idOf(orphaned), invitation: invitation!.id, joinRequest: request!.id,
  };
}

type Posts = Awaited<ReturnType<typeof plantPosts>>;

async function plantPosts({ api, people, does }: Planting, { closed, open, hidden }: Communities) {
  const { member, author, animator, employee, outsider, executive } = people;
  const post = async (by: PersonEntity, input: object) => (await does(by, 'createPost', { input: { key: newId(), kind: 'STATUS', ...input } })).id;
  const inClosed = (by: PersonEntity, words: string, input: object = {}) => post(by, { communityId: closed, body: secretText(words), ...input });
  const file = await upload(api, member, { bytes: aPdf(), name: `${canary}.pdf` });
  const looseFile = await upload(api, member, { bytes: aPdf(), name: `loose-${canary}.pdf` });
  const starts = `${dayIn(9)}T10:00`;
  const event = { starts, ends: `${dayIn(9)}T11:00`, isAllDay: false, timeZone: 'Europe/Paris' };
  const poll = await inClosed(author, 'A poll', { kind: 'POLL', title: secret('Which'), poll: { options: [secret('one'), secret('two')] } });
  const [option] = await api.manager.query<{ id: string }[]>('SELECT id FROM poll_option WHERE post_id = $1 ORDER BY position', [poll]);
  const mention = { type: 'mention', attrs: { id: outsider.id, label: outsider.displayName } };
  const scheduled = await does(member, 'schedulePost', { input: { key: newId(), kind: 'STATUS', communityId: closed, body: secretText('Later') }, publishAt: `${dayIn(3)}T10:00:00Z` });
  return {
    file: file.file.id, looseFile: looseFile.file.id, option: option!.id, scheduled: scheduled.id, poll,
    memberPost: await inClosed(member, `Soudage au plasma #${canary}tag`, { attachmentIds: [file.file.id] }),
    authorPost: await inClosed(author, 'Of the author', { body: { type: 'doc', content: [{ type: 'paragraph', content: [mention, { type: 'text', text: secret(' look') }] }] } }),
    question: await inClosed(member, 'Comment souder le titane ?', { kind: 'QUESTION', title: secret('Souder le titane') }),
    quietQuestion: await inClosed(member, 'Qui a la clé ?', { kind: 'QUESTION', title: secret('La clé') }),
    event: await inClosed(author, 'An event', { kind: 'EVENT', title: secret('Meeting'), event: { ...event, place: secret('Room'), link: `https://meet.example.com/${canary}` } }),
    announcement: await inClosed(animator, 'An announcement', { kind: 'ANNOUNCEMENT', title: secret('Read this'), announcement: { asksAcknowledgement: true } }),
    hiddenPost: await post(author, { communityId: hidden, body: secretText('Hidden words') }),
    openPost: await post(employee, { body: richTextOf('Bonjour #quartier'), communityId: open }),
    companyPost: await post(member, { body: richTextOf('Bonjour à tous #quartier') }),
    openQuestion: await post(employee, { kind: 'QUESTION', title: 'Qui connaît le raku ?' }),
    answeredQuestion: await post(employee, { kind: 'QUESTION', title: 'Où est la clé du local ?' }),
    openEvent: await post(employee, { kind: 'EVENT', title: 'Portes ouvertes', event }),
    pinned: await post(executive, { body: richTextOf('Important') }),
  };
}

async function plantTalk({ api, people, does }: Planting, { authorPost, question, pinned, poll, event, memberPost, announcement, answeredQuestion }: Posts) {
  const { member, author, animator, outsider, executive } = people;
  const under = (id: string) => ({ type: 'post', id });
  const comment = async (by: PersonEntity, id: string, words: string, more: object = {}) =>
    (await does(by, 'addComment', { input: { key: newId(), subject: under(id), body: secretText(words), asksAuthors: false, ...more } })).id;
  const memberComment = await comment(member, authorPost, 'A comment');
  const reply = await comment(author, authorPost, 'A reply', { parentId: memberComment });
  const answer = await comment(author, question, 'Titane : sous argon');
  const openAnswer = (await does(author, 'addComment', { input: { key: newId(), subject: under(answeredQuestion), body: richTextOf('Moi.'), asksAuthors: false } })).id;
  await comment(author, memberPost, 'Under what the outsider follows');
  // Theirs, without a word of the others.
  const outsiderComment = await comment(outsider, memberPost, 'x', { body: richTextOf('I was here.') });
  await does(author, 'setReaction', { input: { subject: { type: 'comment', id: outsiderComment }, kind: 'THANKS' } });
  await does(author, 'setReaction', { input: { subject: { type: 'comment', id: memberComment }, kind: 'THANKS' } });
  await does(author, 'setReaction', { input: { subject: under(memberPost), kind: 'THANKS' } });
  await does(animator, 'pinPost', { id: announcement });
  await does(executive, 'pinPost', { id: pinned });
  const options = await api.manager.query<{ id: string }[]>('SELECT id FROM poll_option WHERE post_id = $1', [poll]);
  for (const by of [animator, outsider]) await does(by, 'votePoll', { postId: poll, optionIds: [options[0]!.id] });
  for (const by of [member, outsider]) await does(by, 'replyToEvent', { postId: event, answer: 'ATTENDING' });
  await does(member, 'endorseSkill', { input: { personId: author.id, words: 'Soudage', thing: { type: 'comment', id: answer } } });
  await does(author, 'endorseSkill', { input: { personId: member.id, words: 'Plasma', thing: under(memberPost) } });
  const [endorsement] = await api.manager.query<{ id: string }[]>('SELECT id FROM skill_endorsement WHERE endorser_id = $1', [member.id]);
  const [ownEndorsement] = await api.manager.query<{ id: string }[]>('SELECT id FROM skill_endorsement WHERE person_id = $1', [member.id]);
  await does(outsider, 'saveDraft', { input: { subject: `comment.${authorPost}`, version: newId(), basedOn: [], key: newId(), body: richTextOf('Half a word') } });
  return { memberComment, reply, answer, openAnswer, outsiderComment, endorsement: endorsement!.id, ownEndorsement: ownEndorsement!.id };
}

async function plantWiki({ people: { author, member }, does }: Planting, { closed }: Communities) {
  const page = async (title: string) => (await does(author, 'createWikiPage', { input: { key: newId(), communityId: closed, title: secret(title), body: secretText(title) } })).id;
  const [wikiPage, otherPage, deletedPage] = [await page('Page'), await page('Other page'), await page('Deleted page')];
  await does(member, 'editWikiPage', { input: { id: wikiPage, version: 1, title: secret('Page'), body: secretText('Page, once more') } });
  return { wikiPage, otherPage, deletedPage };
}

/** What people keep for themselves, and what their roles give them. */
async function plantOwn({ api, people, does }: Planting, { hidden, memberPost, authorPost, question }: Communities & Posts) {
  const { member, outsider, employee, hr, executive, author, leaver } = people;
  const draftVersion = newId();
  await does(member, 'saveDraft', { input: { subject: 'post.home', version: draftVersion, basedOn: [], key: newId(), body: secretText('Draft') } });
  for (const by of [member, outsider]) for (const id of [memberPost, authorPost]) await does(by, 'savePost', { id });
  await does(outsider, 'mute', { input: { communityId: hidden, duration: 'MONTH' } });
  const mute = await does(member, 'mute', { input: { tag: 'quartier', duration: 'DAY' } });
  await does(outsider, 'followTag', { name: 'quartier' });
  await does(outsider, 'setThreadState', { input: { subject: { type: 'post', id: question }, state: 'FOLLOWING' } });
  await does(outsider, 'followPerson', { id: author.id });
  await does(member, 'markPostsRead', { input: { postIds: [memberPost], source: 'ALL', stoppedAtId: memberPost } });
  await does(employee, 'setMobility', { wish: 'Somewhere else' });
  await importStarterSkills(api.manager, [{ fr: ['soudage'], en: ['welding'] }]);
  const [skill] = await api.manager.query<{ id: string }[]>('SELECT id FROM skill LIMIT 1');
  await does(employee, 'setMySkills', { skills: [{ words: 'Macramé' }, { words: 'Souder' }] });
  const mapping = await does<{ key: string }>(hr, 'mapSkill', { words: 'Souder', skillId: skill!.id });
  const delegation = await does<{ id: string }>(executive, 'declareDelegation', { personId: employee.id });
  const [{ id: delegationId } = delegation] = await api.manager.query<{ id: string }[]>('SELECT id FROM delegation');
  await does(leaver, 'updateProfile', { input: { askMeAbout: ['Poterie raku'] } });
  return { draftVersion, mute: mute.id, skill: skill!.id, mapping: mapping.key, delegation: delegationId };
}

async function plantExperts({ api, people: { member, outsider, employee } }: Planting, { openQuestion, question }: Posts) {
  const request = async (questionId: string, personId: string) => {
    const id = newId();
    await api.manager.query(
      `INSERT INTO expert_request (id, question_id, person_id, turn, reasons, offered_at, until_at, is_open) VALUES ($1, $2, $3, 1, '{"evidence": [], "skilled": [], "askMeAbout": []}', now(), now() + interval '1 day', true)`,
      [id, questionId, personId],
    );
    return id;
  };
  await request(question, outsider.id);
  await api.manager.query(`INSERT INTO engagement_pulse_invitation (person_id, asked_on) VALUES ($1, CURRENT_DATE)`, [employee.id]);
  return { expertRequest: await request(openQuestion, member.id) };
}

/** So that the audit log holds something. */
async function readIndicators(api: TestApi, schema: GraphQLSchema, hr: PersonEntity): Promise<void> {
  const operation = operationOf(schema, { kind: 'query', name: '', steps: [{ field: 'engagement', args: { from: dayIn(-30), to: dayIn(-1) } }], expected: {} });
  await sent(api, await api.cookieOf(hr.id), operation);
}

/** `outsider` is put out of the closed and the secret community, and `leaver` leaves the company, with what they have kept. */
async function part({ api, people: { animator, outsider, author, leaver }, does }: Planting, { closed, hidden }: Communities, { memberPost }: Posts): Promise<void> {
  for (const communityId of [closed, hidden]) await does(animator, 'removeCommunityMember', { communityId, personId: outsider.id });
  await does(author, 'setReaction', { input: { subject: { type: 'post', id: memberPost }, kind: 'INSIGHTFUL' } });
  await api.cookieOf(leaver.id);
  await api.manager.update(PersonEntity, leaver.id, { deactivatedAt: new Date() });
}
