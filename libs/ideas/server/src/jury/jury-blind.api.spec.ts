import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationService } from '@parvis/notifications/server';
import { newId } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { juryApi } from '../testing/jury-api.ts';

let api: TestApi;
let jury: ReturnType<typeof juryApi>;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, juror: PersonEntity, reader: PersonEntity;
let campaign: CampaignEntity;
let idea: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  jury = juryApi(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, juror, reader] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(juror).at('jury').save(api.manager);
  idea = await anIdea(author).in(campaign).save(api.manager);
});

const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const WHOLE = `query ($id: ID!) { idea(id: $id) { id title viewerJudgesBlind authors { person { id displayName } } conversation { commentCount comments(first: 10) { totalCount edges { node { author { id } } } } } } }`;
const commented = () => api.as(author).send(COMMENT, { input: { key: newId(), subject: { type: 'idea', id: idea.id }, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As I wrote.' }] }] } } });
const whole = async (person: PersonEntity) =>
  (await api.as(person).send<{ idea: { authors: unknown[]; conversation: { commentCount: number; comments: { totalCount: number } } } }>(WHOLE, { id: idea.id })).idea;
const heard = async (person: PersonEntity) =>
  (await api.as(person).send<{ notifications: { edges: { node: { actors: { id: string }[] } }[] } }>('{ notifications(first: 20) { edges { node { actors { id } } } } }')).notifications.edges.flatMap(({ node }) => node.actors.map(({ id }) => id));

describe('a blind review', () => {
  it('tells jurors nobody who made an idea or talks about it, and others everybody', async () => {
    await commented();
    expect(await whole(juror)).toMatchObject({ title: idea.title, viewerJudgesBlind: true, authors: [], conversation: { commentCount: 0, comments: { totalCount: 0 } } });
    expect(JSON.stringify(await whole(juror))).not.toContain(author.id);
    for (const person of [reader, owner, sponsor]) expect(await whole(person)).toMatchObject({ viewerJudgesBlind: false, authors: [{ person: { id: author.id } }], conversation: { commentCount: 1 } });
  });

  it('tells a juror no more who was a moderator before that was refused', async () => {
    campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(juror).moderatedBy(juror, reader).at('jury').save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    await commented();
    expect(await whole(juror)).toMatchObject({ authors: [], conversation: { commentCount: 0 } });
    expect(await whole(reader)).toMatchObject({ authors: [{ person: { id: author.id } }], conversation: { commentCount: 1 } });
    await expect(api.as(owner).send('mutation ($id: ID!, $personIds: [ID!]!) { appointCampaignModerators(id: $id, personIds: $personIds) { id } }', { id: campaign.id, personIds: [juror.id] })).resolves.toBeTruthy();
  });

  it('tells them in no list, table or comment by its id either', async () => {
    await commented();
    const [{ id: commentId }]: [{ id: string }] = await api.manager.query('SELECT id FROM comment WHERE subject_id = $1', [idea.id]);
    const answers = [
      await api.as(juror).send('query ($id: ID!) { campaign(id: $id) { ideas(first: 20) { edges { node { id authors { person { id } } } } } jury { sheets(first: 20) { edges { node { idea { id authors { person { id } } } } } } } } }', { id: campaign.id }),
      await api.as(juror).send('query ($id: ID!) { comment(id: $id) { id author { id } } }', { id: commentId }),
    ];
    expect(JSON.stringify(answers)).toContain(idea.id);
    expect(JSON.stringify(answers)).not.toContain(author.id);
    await expect(api.as(juror).send(COMMENT, { input: { key: newId(), subject: { type: 'idea', id: idea.id }, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Who are you?' }] }] } } })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });

  it('tells them neither the department that pays an idea, nor who carries it out, nor what was changed in it', async () => {
    await api.manager.query(`UPDATE person SET department = 'Kitchen' WHERE id = $1`, [author.id]);
    idea = await anIdea(author).in(campaign).costing(3_000).save(api.manager);
    const ballot = await aBallot(campaign, 'budget').paying({ Kitchen: 5_000 }).save(api.manager);
    const project = newId();
    await api.manager.query(`INSERT INTO project (id, key, idea_id, begun_by_id, owner_id, ends_on, first_ends_on, percentage, unit, version, begun_at) VALUES ($1, $1, $2, $3, $4, now(), now(), 0, '', 1, now())`, [project, idea.id, owner.id, author.id]);
    await api.manager.query(`INSERT INTO idea_version (idea_id, number, author_id, words, note, created_at) SELECT idea_id, 2, author_id, words || '{"title": "Three bins"}', '', now() FROM idea_version WHERE idea_id = $1`, [idea.id]);
    const told = async (person: PersonEntity) => ({
      ...(await api.as(person).send<object>('query ($id: ID!) { ballot(id: $id) { results(first: 9) { edges { node { ideaId isFunded envelope } } } } }', { id: ballot.id })),
      ...(await api.as(person).send<object>('query ($id: ID!, $project: ID!) { idea(id: $id) { project { owner { id } } comparison(from: 1, to: 2) { part } } project(id: $project) { owner { id } } }', { id: idea.id, project })),
    });
    const standing = (envelope: string | null) => ({ results: { edges: expect.arrayContaining([{ node: { ideaId: idea.id, isFunded: false, envelope } }]) } });
    expect(await told(juror)).toEqual({ ballot: standing(null), idea: { project: null, comparison: [] }, project: null });
    expect(await told(reader)).toEqual({ ballot: standing('Kitchen'), idea: { project: { owner: { id: author.id } }, comparison: [{ part: 'TITLE' }] }, project: { owner: { id: author.id } } });
    await moveTo(api.manager, campaign, 'decide');
    expect(await told(juror)).toEqual(await told(reader));
  });

  it('tells them neither by what a basket leaves of an envelope nor by its refusal which department pays an idea', async () => {
    campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(juror).at('vote').save(api.manager);
    await api.manager.query(`UPDATE person SET department = 'Kitchen' WHERE id = $1`, [author.id]);
    const [soup, bread] = [await anIdea(author).in(campaign).costing(3_000).save(api.manager), await anIdea(author).in(campaign).costing(3_000).save(api.manager)];
    const ballot = await aBallot(campaign, 'budget').paying({ Kitchen: 5_000, Forge: 9_000 }).save(api.manager);
    const cast = async (person: PersonEntity, ...ideas: IdeaEntity[]) =>
      (await api.as(person).send<{ castVotes: { envelopes: unknown[] } }>('mutation ($id: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $id, votes: $votes) { envelopes { department amount viewerLeft } } }', { id: ballot.id, votes: ideas.map(({ id }) => ({ ideaId: id, mark: 1 })) })).castVotes.envelopes;
    const left = (forge: number | null, kitchen: number | null) => [{ department: 'Forge', amount: 9_000, viewerLeft: forge }, { department: 'Kitchen', amount: 5_000, viewerLeft: kitchen }];
    expect(await cast(reader, soup)).toEqual(left(9_000, 2_000));
    expect(await cast(juror, soup)).toEqual(left(null, null));
    const refusal = { code: 'VOTE_ENVELOPE_EXCEEDED', field: 'votes' };
    await expect(cast(reader, bread)).rejects.toMatchObject({ ...refusal, params: { department: 'Kitchen', amount: 5_000 } });
    await expect(cast(juror, bread)).rejects.toMatchObject({ ...refusal, params: {} });
    await expect(cast(juror, bread)).rejects.not.toHaveProperty('params.department');
    await api.manager.query('DELETE FROM ballot_envelope WHERE ballot_id = $1', [ballot.id]);
    await api.manager.query(`INSERT INTO ballot_envelope (ballot_id, department, amount) VALUES ($1, '', 5000)`, [ballot.id]);
    await expect(cast(juror, bread)).rejects.toMatchObject({ ...refusal, params: { department: '', amount: 5_000 } });
    expect(await cast(juror)).toEqual([{ department: null, amount: 5_000, viewerLeft: 2_000 }]);
  });

  it('tells them in no notification of an idea, those of before included', async () => {
    const notified = { eventId: newId(), kind: 'idea-news' as const, subject: { type: 'idea', id: idea.id }, actorId: author.id, recipientIds: [juror.id, reader.id] };
    await api.app.get(NotificationService).notify(notified);
    expect([await heard(juror), await heard(reader)]).toEqual([[], [author.id]]);
    await jury.name(owner, campaign.id, reader);
    expect(await heard(reader)).not.toContain(author.id);
  });

  it('begins when they are called, before ideas are judged', async () => {
    campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(juror).at('gather').save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    expect(await whole(juror)).toMatchObject({ authors: [] });
    expect(await whole(reader)).toMatchObject({ authors: [{ person: { id: author.id } }] });
  });

  it('is over when the phase has closed, or for whoever leaves the jury', async () => {
    await moveTo(api.manager, campaign, 'decide');
    expect(await whole(juror)).toMatchObject({ authors: [{ person: { id: author.id } }] });
    campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(juror).at('jury').save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    await jury.decline(juror, campaign.id);
    expect(await whole(juror)).toMatchObject({ authors: [{ person: { id: author.id } }] });
  });

  it('does not hide one’s own idea from oneself', async () => {
    idea = await anIdea(juror).with(author).in(campaign).save(api.manager);
    expect(await whole(juror)).toMatchObject({ authors: expect.arrayContaining([{ person: { id: author.id, displayName: author.displayName } }]) });
  });

  it('hides from jurors who is missing among the candidates of a draw', async () => {
    await jury.draw(owner, { campaignId: campaign.id, key: newId(), seats: 1 });
    expect((await jury.seen(juror, campaign.id))?.draws).toMatchObject([{ candidates: null }]);
    expect((await jury.seen(author, campaign.id))?.draws[0]?.candidates).toContain(reader.id);
    await moveTo(api.manager, campaign, 'decide');
    expect((await jury.seen(juror, campaign.id))?.draws[0]?.candidates).toContain(reader.id);
  });

  it('is set while the campaign is prepared, by its owner, and fixed once it is published', async () => {
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    await expect(jury.arrange(sponsor, draft.id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(jury.arrange(reader, draft.id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
    await expect(jury.arrange(owner, draft.id)).resolves.toEqual({ arrangeJury: { jury: { isBlind: true, readers: null } } });
    await expect(jury.arrange(owner, draft.id)).resolves.toEqual({ arrangeJury: { jury: { isBlind: true, readers: null } } });
    await expect(jury.arrange(owner, campaign.id, false)).rejects.toMatchObject({ code: 'CAMPAIGN_FIXED' });
  });
});
