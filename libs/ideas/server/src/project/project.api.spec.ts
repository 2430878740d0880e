import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import { dayMs, Jobs } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { projectDelays } from './project-delays.ts';

const PROJECT = `id version today percentage endsOn firstEndsOn isLate expectedAmount unit deliveredOn result measuredAmount measuredHow measuredBy { id } owner { id } idea { id column }
  milestones { id title dueOn firstDueOn doneOn isLate } updates(first: 10) { edges { node { body percentage author { id } } } } viewerCanPlan viewerCanHandOver viewerCanTell viewerCanMeasure`;
const command = (name: string, type: string) => `mutation ($input: ${type}!) { ${name}(input: $input) { ${PROJECT} } }`;
const BEGIN = command('beginProject', 'BeginProjectInput');
const PLAN = command('planProject', 'PlanProjectInput');
const TELL = command('tellProject', 'TellProjectInput');
const DELIVER = command('deliverProject', 'DeliverProjectInput');
const MEASURE = command('measureProject', 'MeasureProjectInput');
const ONE = `query ($id: ID!) { project(id: $id) { ${PROJECT} } }`;
const BOARD = 'query ($id: ID!, $column: BoardColumn!, $first: Int! = 50, $after: String) { campaign(id: $id) { ideas(column: $column, order: SUPPORTED, first: $first, after: $after) { totalCount edges { node { id column } } pageInfo { endCursor hasNextPage } } } }';

interface Project {
  id: string;
  version: number;
  milestones: { id: string; title: string; dueOn: string }[];
}

let api: TestApi;
let author: PersonEntity, carrier: PersonEntity, colleague: PersonEntity, owner: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;
let idea: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague, carrier] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).at('decide').save(api.manager);
  idea = await anIdea(author).in(campaign).save(api.manager);
  await answered(idea);
});

const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const answered = ({ id }: { id: string }, outcome = 'selected') =>
  api.manager.query(`INSERT INTO idea_answer (idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at) VALUES ($1, $2, 'owner', $3, $4, $5, 'So.', '', 1, now())`, [id, owner.id, randomUUID(), outcome, richTextOf('So.')]);
async function sent(by: PersonEntity, mutation: string, input: object): Promise<Project> {
  return Object.values(await api.as(by).send<Record<string, Project>>(mutation, { input }))[0] as Project;
}
const begun = (by: PersonEntity, change = {}) =>
  sent(by, BEGIN, { key: randomUUID(), ideaId: idea.id, ownerId: carrier.id, endsOn: dayIn(60), milestones: [{ title: 'Bins bought', dueOn: dayIn(20) }, { title: 'Bins placed', dueOn: dayIn(40) }], ...change });
const planned = (by: PersonEntity, project: Project, change = {}) =>
  sent(by, PLAN, { id: project.id, version: project.version, ownerId: carrier.id, endsOn: dayIn(60), percentage: 40, milestones: project.milestones.map(({ id, title, dueOn }, i) => ({ id, title, dueOn, isDone: i === 0 })), ...change });
const told = (by: PersonEntity, project: Project, change = {}) => sent(by, TELL, { key: randomUUID(), projectId: project.id, body: richTextOf('It goes well.'), ...change });
const delivered = (by: PersonEntity, project: Project, change = {}) => sent(by, DELIVER, { id: project.id, version: project.version, result: richTextOf('Twelve bins.'), deliveredOn: dayIn(-1), ...change });
const measured = (by: PersonEntity, project: Project, change = {}) => sent(by, MEASURE, { id: project.id, version: project.version, amount: 9, how: 'Weighed for a month.', ...change });
const seen = async (by: PersonEntity, { id }: { id: string }) => (await api.as(by).send<{ project: Project | null }>(ONE, { id })).project;

describe('beginning a project', () => {
  it('is for the owner and the sponsor of the campaign, of a selected idea, and everybody sees it', async () => {
    for (const person of [author, colleague, carrier]) await expect(begun(person)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    const project = await begun(sponsor);
    expect(await seen(colleague, project)).toMatchObject({
      owner: { id: carrier.id }, percentage: 0, isLate: false, expectedAmount: 12, unit: 'tonnes a year', idea: { id: idea.id, column: 'UNDER_WAY' },
      milestones: [{ title: 'Bins bought', doneOn: null, isLate: false }, { title: 'Bins placed' }], viewerCanPlan: false, viewerCanTell: false, viewerCanMeasure: false,
    });
    expect(await seen(carrier, project)).toMatchObject({ viewerCanPlan: true, viewerCanHandOver: false, viewerCanTell: true });
    expect(await seen(author, project)).toMatchObject({ viewerCanPlan: false, viewerCanTell: true });
    expect(await seen(owner, project)).toMatchObject({ viewerCanPlan: true, viewerCanHandOver: true, viewerCanMeasure: false });
  });

  it.each(['later', 'no'] as const)('is refused of an idea that was answered by %s', async (outcome) => {
    idea = await anIdea(author).in(campaign).save(api.manager);
    await expect(begun(owner)).rejects.toMatchObject({ code: 'IDEA_NOT_SELECTED' });
    await answered(idea, outcome);
    await expect(begun(owner)).rejects.toMatchObject({ code: 'IDEA_NOT_SELECTED' });
  });

  it.each([['vote', false], ['carry-out', true], ['closed', true], ['cancelled', false]] as const)('while the campaign is %s: %s', async (stage, allowed) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    await answered(idea);
    if (allowed) await expect(begun(owner)).resolves.toBeTruthy();
    else await expect(begun(owner)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'carry-out' } });
  });

  it('happens once: a retry returns it, another is refused, and the idea stays selected', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([begun(owner, { key }), begun(owner, { key })]);
    expect(second.id).toBe(first.id);
    await expect(begun(sponsor)).rejects.toMatchObject({ code: 'PROJECT_EXISTS' });
    const change = { ideaId: idea.id, version: 1, outcome: 'NO', reason: richTextOf('After all.') };
    await expect(api.as(owner).send('mutation ($input: ChangeIdeaAnswerInput!) { changeIdeaAnswer(input: $input) { id } }', { input: change })).rejects.toMatchObject({ code: 'ANSWER_CARRIED_OUT' });
    await expect(api.as(owner).send('mutation ($id: ID!) { archiveIdea(id: $id, reason: "No.") { id } }', { id: idea.id })).rejects.toMatchObject({ code: 'ANSWER_CARRIED_OUT' });
  });

  it('keeps its idea: it is neither withdrawn nor merged away while ideas are built, another may come to it', async () => {
    const other = await anIdea(author).in(campaign).save(api.manager);
    await begun(owner);
    await moveTo(api.manager, campaign, 'build');
    const withdraw = (id: string) => api.as(author).send('mutation ($id: ID!) { withdrawIdea(id: $id) { state } }', { id });
    const merge = (sourceId: string, targetId: string) => api.as(author).send('mutation ($sourceId: ID!, $targetId: ID!) { proposeIdeaMerge(sourceId: $sourceId, targetId: $targetId) { id } }', { sourceId, targetId });
    await expect(withdraw(idea.id)).rejects.toMatchObject({ code: 'ANSWER_CARRIED_OUT' });
    await expect(merge(idea.id, other.id)).rejects.toMatchObject({ code: 'ANSWER_CARRIED_OUT' });
    await expect(withdraw((await anIdea(author).in(campaign).save(api.manager)).id)).resolves.toBeTruthy();
    await expect(merge(other.id, idea.id)).resolves.toBeTruthy();
  });

  it.each([
    ['an owner who is nobody', { ownerId: randomUUID() }, 'PROJECT_OWNER_INVALID', 'ownerId'],
    ['a day that is none', { endsOn: '2026-02-30' }, 'CAMPAIGN_DAY_INVALID', 'endsOn'],
    ['a step without a title', { milestones: [{ title: ' ', dueOn: dayIn(1) }] }, 'TEXT_REQUIRED', 'milestones'],
    ['a step of another project', { milestones: [{ id: randomUUID(), title: 'x', dueOn: dayIn(1) }] }, 'ID_INVALID', 'milestones'],
    ['too many steps', { milestones: Array.from({ length: 31 }, () => ({ title: 'x', dueOn: dayIn(1) })) }, 'TOO_MANY_ITEMS', 'milestones'],
    ['an idea that is not there', { ideaId: randomUUID() }, 'IDEA_NOT_FOUND', undefined],
  ])('is refused with %s', async (_what, change, code, field) => {
    await expect(begun(owner, change)).rejects.toMatchObject({ code, field });
  });

  it('is refused with an owner who has left', async () => {
    const gone = await aPerson().gone().save(api.manager);
    await expect(begun(owner, { ownerId: gone.id })).rejects.toMatchObject({ code: 'PROJECT_OWNER_INVALID' });
  });
});

describe('a project of a campaign that is not for everybody', () => {
  it('is seen by who carries it out and by its author, and by nobody else who is elsewhere', async () => {
    const moon = await aCampaign({ owner, sponsor }).for('Moon').at('decide').save(api.manager);
    idea = await anIdea(author).in(moon).save(api.manager);
    await answered(idea);
    const project = await begun(owner);
    expect(await seen(colleague, project)).toBeNull();
    expect(await seen(carrier, project)).toMatchObject({ idea: { id: idea.id }, viewerCanPlan: true });
    expect(await seen(author, project)).toMatchObject({ viewerCanTell: true });
    await expect(planned(carrier, project)).resolves.toMatchObject({ percentage: 40 });
    await expect(told(colleague, project)).rejects.toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    await planned(owner, { ...project, version: 2 }, { ownerId: owner.id });
    expect(await seen(carrier, project)).toBeNull();
  });
});

describe('planning a project', () => {
  it('is for who carries it out and who answers for the campaign; a day put off stays told', async () => {
    const project = await begun(owner);
    for (const person of [author, colleague]) await expect(planned(person, project)).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    await expect(planned(carrier, project, { endsOn: dayIn(90) })).resolves.toMatchObject({ version: 2, percentage: 40, endsOn: dayIn(90), firstEndsOn: dayIn(60), milestones: [{ title: 'Bins bought', doneOn: expect.any(String) }, { doneOn: null }] });
    await expect(planned(sponsor, { ...project, version: 2 }, { milestones: [] })).resolves.toMatchObject({ version: 3, milestones: [] });
  });

  it('is handed over by who answers for the campaign alone', async () => {
    const project = await begun(owner);
    await expect(planned(carrier, project, { ownerId: colleague.id })).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    await expect(planned(owner, project, { ownerId: colleague.id })).resolves.toMatchObject({ owner: { id: colleague.id } });
  });

  it('is one change when it is sent twice, and refused from what is no longer planned', async () => {
    const project = await begun(owner);
    const first = await planned(carrier, project);
    await expect(planned(carrier, project)).resolves.toEqual(first);
    await expect(planned(owner, project, { percentage: 80 })).rejects.toMatchObject({ code: 'PROJECT_CHANGED', params: { version: 2 } });
    const both = await Promise.allSettled([planned(carrier, first, { percentage: 50 }), planned(owner, first, { percentage: 60 })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([[-1], [101], [0.5]])('refuses %s per cent', async (percentage) => {
    await expect(planned(carrier, await begun(owner), { percentage })).rejects.toMatchObject({ code: 'PROJECT_PERCENTAGE_INVALID' });
  });

  it('is refused once the campaign was cancelled', async () => {
    const project = await begun(owner);
    await api.manager.query(`UPDATE campaign SET cancelled_at = now(), cancellation_reason = 'No.' WHERE id = $1`, [campaign.id]);
    await expect(planned(carrier, project)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await seen(carrier, project)).toMatchObject({ viewerCanPlan: false });
  });
});

describe('a delay', () => {
  it('shows as soon as a day is over and what it was for is not done, and is told once', async () => {
    const project = await begun(owner);
    await api.manager.query('UPDATE project_milestone SET due_on = $2 WHERE project_id = $1 AND place = 0', [project.id, dayIn(-3)]);
    expect(await seen(colleague, project)).toMatchObject({ isLate: true, milestones: [{ isLate: true }, { isLate: false }] });
    for (let i = 0; i < 3; i++) await api.app.get(Jobs).run(projectDelays, { projectId: project.id });
    await api.settled();
    const news = await api.manager.findBy(NotificationEntity, { kind: 'idea-news', subjectId: idea.id, recipientId: author.id });
    // Begun, and late.
    expect(news).toMatchObject([{ happenedCount: 2 }]);
    await planned(carrier, project, { milestones: [{ id: project.milestones[0]?.id, title: 'Bins bought', dueOn: dayIn(-3), isDone: true }] });
    expect(await seen(colleague, project)).toMatchObject({ isLate: false });
    await api.manager.query('UPDATE project SET ends_on = $2 WHERE id = $1', [project.id, dayIn(-2)]);
    expect(await seen(colleague, project)).toMatchObject({ isLate: true });
  });

  it('is no more once it is delivered', async () => {
    const project = await begun(owner, { endsOn: dayIn(-5), milestones: [{ title: 'x', dueOn: dayIn(-9) }] });
    expect(await seen(colleague, project)).toMatchObject({ isLate: true });
    await delivered(carrier, project);
    expect(await seen(colleague, project)).toMatchObject({ isLate: false, milestones: [{ isLate: false }] });
    await api.app.get(Jobs).run(projectDelays, { projectId: project.id });
    await api.settled();
    // Begun and delivered, nothing else.
    expect(await api.manager.findBy(NotificationEntity, { kind: 'idea-news', subjectId: idea.id, recipientId: author.id })).toMatchObject([{ happenedCount: 2 }]);
  });
});

describe('telling of a project', () => {
  it('is for who carries it out, made the idea or answers for the campaign, once for each key', async () => {
    const project = await begun(owner);
    await expect(told(colleague, project)).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    const key = randomUUID();
    for (let i = 0; i < 2; i++) await told(author, project, { key });
    await told(carrier, project);
    await told(sponsor, project);
    const { updates } = (await seen(colleague, project)) as unknown as { updates: { edges: { node: { author: { id: string } } }[] } };
    expect(updates.edges.map(({ node }) => node.author.id)).toEqual([sponsor.id, carrier.id, author.id]);
    await expect(told(carrier, project, { body: { type: 'doc' } })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'body' });
  });

  it('is told to its authors and to who carries it out, who hears first that it is theirs', async () => {
    const project = await begun(owner);
    await api.settled();
    expect(await api.manager.findBy(NotificationEntity, { subjectId: idea.id, recipientId: carrier.id })).toMatchObject([{ kind: 'project-owner', actorIds: [owner.id] }]);
    await told(author, project);
    await api.settled();
    expect(await api.manager.findBy(NotificationEntity, { subjectId: idea.id, recipientId: carrier.id, kind: 'idea-news' })).toMatchObject([{ actorIds: [author.id] }]);
  });
});

describe('delivering and measuring', () => {
  it('is said by who carries it out, then measured by who answers for the campaign', async () => {
    const project = await begun(owner);
    for (const person of [author, colleague]) await expect(delivered(person, project)).rejects.toMatchObject({ code: 'PROJECT_NOT_YOURS' });
    await expect(measured(owner, project)).rejects.toMatchObject({ code: 'PROJECT_NOT_DELIVERED' });
    const after = await delivered(carrier, project);
    expect(after).toMatchObject({ version: 2, percentage: 100, deliveredOn: dayIn(-1), result: richTextOf('Twelve bins.'), idea: { column: 'DELIVERED' } });
    await expect(delivered(carrier, project)).resolves.toEqual(after);
    await expect(planned(carrier, after, { percentage: 30 })).rejects.toMatchObject({ code: 'PROJECT_DELIVERED' });
    for (const person of [carrier, author]) await expect(measured(person, after)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(measured(sponsor, after)).resolves.toMatchObject({ version: 3, measuredAmount: 9, unit: 'tonnes a year', measuredBy: { id: sponsor.id }, idea: { column: 'MEASURED' } });
    await expect(measured(sponsor, after)).resolves.toMatchObject({ version: 3 });
    await expect(measured(owner, after, { amount: 8 })).rejects.toMatchObject({ code: 'PROJECT_CHANGED', params: { version: 3 } });
  });

  it.each([
    ['a day to come', (project: Project) => delivered(carrier, project, { deliveredOn: dayIn(3) }), 'PROJECT_DAY_TO_COME'],
    ['no result', (project: Project) => delivered(carrier, project, { result: { type: 'doc' } }), 'TEXT_REQUIRED'],
    ['half an amount', async (project: Project) => measured(owner, await delivered(carrier, project), { amount: 0.5 }), 'CAMPAIGN_AMOUNT_INVALID'],
    ['no way of measuring', async (project: Project) => measured(owner, await delivered(carrier, project), { how: ' ' }), 'TEXT_REQUIRED'],
  ])('is refused with %s', async (_what, act, code) => {
    await expect(act(await begun(owner))).rejects.toMatchObject({ code });
  });

  it('names a unit where the idea promised no figure', async () => {
    await api.manager.query(`UPDATE idea SET benefit_amount = NULL, benefit_unit = '' WHERE id = $1`, [idea.id]);
    const after = await delivered(carrier, await begun(owner));
    await expect(measured(owner, after)).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'unit' });
    await expect(measured(owner, after, { unit: 'bags' })).resolves.toMatchObject({ unit: 'bags', expectedAmount: null });
  });
});

describe('the board of a campaign', () => {
  it('has each submitted idea in one column, page by page', async () => {
    const [waiting, no] = [await anIdea(author).in(campaign).save(api.manager), await anIdea(author).in(campaign).save(api.manager)];
    await answered(no, 'no');
    const selected: IdeaEntity[] = [];
    for (let i = 0; i < 3; i++) {
      selected.push(await anIdea(author).in(campaign).save(api.manager));
      await answered(selected[i] as IdeaEntity);
    }
    await anIdea(author).in(campaign).being('archived').save(api.manager);
    await begun(owner);
    const column = async (name: string, page = {}) =>
      (await api.as(colleague).send<{ campaign: { ideas: { totalCount: number; edges: { node: { id: string; column: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } }>(BOARD, { id: campaign.id, column: name, ...page })).campaign.ideas;
    const idsIn = async (name: string) => (await column(name)).edges.map(({ node }) => node.id);
    expect(await idsIn('IDEA')).toEqual([waiting.id]);
    expect(await idsIn('ASSESSED')).toEqual([no.id]);
    expect(await idsIn('UNDER_WAY')).toEqual([idea.id]);
    expect(await idsIn('DELIVERED')).toEqual([]);
    const first = await column('SELECTED', { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true }, edges: [{ node: { column: 'SELECTED' } }, {}] });
    const rest = await column('SELECTED', { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id).toSorted()).toEqual(selected.map(({ id }) => id).toSorted());
    await api.manager.query(`INSERT INTO jury_sheet (idea_id, juror_id, scores, total, comment, note, is_submitted, is_conflict, conflict, updated_at) VALUES ($1, $2, '{}', 3, '', '', true, false, '', now())`, [waiting.id, colleague.id]);
    // What a juror gave who was dismissed, or has become an author, does not count here either, nor where the campaign was called off before its jury was done.
    expect(await idsIn('ASSESSED')).toEqual([no.id]);
    await api.manager.query(`INSERT INTO campaign_role (campaign_id, person_id, role) VALUES ($1, $2, 'juror')`, [campaign.id, colleague.id]);
    const assessed = [no.id, waiting.id].toSorted().toReversed();
    expect(await idsIn('ASSESSED')).toEqual(assessed);
    await api.manager.query(`INSERT INTO idea_author (idea_id, person_id, standing, contribution, created_at) VALUES ($1, $2, 'author', '', now())`, [waiting.id, colleague.id]);
    expect(await idsIn('ASSESSED')).toEqual([no.id]);
    await api.manager.query('DELETE FROM idea_author WHERE idea_id = $1 AND person_id = $2', [waiting.id, colleague.id]);
    for (const [cancelledAt, column] of [[new Date(0), [no.id]], [new Date(), assessed]] as const) {
      await api.manager.query('UPDATE campaign SET cancelled_at = $2 WHERE id = $1', [campaign.id, cancelledAt]);
      expect(await idsIn('ASSESSED')).toEqual(column);
    }
    await api.manager.query('UPDATE campaign SET cancelled_at = NULL WHERE id = $1', [campaign.id]);
    // While the jury judges, nobody learns whom it has judged.
    await moveTo(api.manager, campaign, 'jury');
    expect(await idsIn('ASSESSED')).toEqual([no.id]);
  });
});
