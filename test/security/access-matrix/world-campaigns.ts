import { richTextOf } from '@parvis/conversations/server';
import { aBallot, aCampaign, anIdea } from '@parvis/ideas/server/testing';
import { dayMs, newId } from '@parvis/platform/server';
import { dayIn, secret, secretText, type Planting } from './world.ts';

/**
 * Campaigns of the closed community, of `animator`, each at a stage in which something can be done, with ideas of `member` and of `author`; and one for everybody.
 * Sponsors and jurors are of the community too: a role in a campaign shows it to whoever has it.
 */
export async function plantCampaigns({ api, people, does }: Planting, { closed }: { closed: string }) {
  const { manager } = api;
  const { animator, author, member, executive, employee } = people;
  const campaign = (about: string, sponsor = author) =>
    aCampaign({ owner: animator, sponsor }).for({ id: closed }).asking(secret(about)).being({ context: richTextOf(secret('Context')), contextText: secret('Context'), rules: secret('Rules'), resources: secret('Means'), commitment: secret('Promise') });
  const idea = (by: { id: string }, about: string, place: { id: string }) => anIdea(by).in(place).titled(secret(about)).saying(secret(`Problème ${about}`), secret(`Proposition ${about}`));

  const gathering = await campaign('Gather').at('gather').save(manager);
  const draft = await campaign('Draft', member).at('draft').being({ committedAt: null }).save(manager);
  const committed = await campaign('Committed').at('draft').save(manager);
  const voting = await campaign('Vote').at('vote').save(manager);
  const judging = await campaign('Judge').at('jury').judgedBy(member).save(manager);
  const judged = await campaign('Judged').at('decide').judgedBy(member).save(manager);
  const over = await campaign('Over').at('over').being({ answersDueOn: dayIn(-5) }).save(manager);
  const openJury = await aCampaign({ owner: animator, sponsor: executive }).asking('With a jury').save(manager);
  const openCampaign = await aCampaign({ owner: animator, sponsor: executive }).asking('Open question').being({ publishedAt: new Date(Date.now() - 3 * dayMs) }).save(manager);
  await manager.query(`UPDATE campaign_phase SET opens_at = opens_at - interval '2 days' WHERE campaign_id = $1`, [openCampaign.id]);

  const [memberIdea, authorIdea] = [await idea(member, 'Brasage hydrogène', gathering).save(manager), await idea(author, 'Ultrason', gathering).save(manager)];
  const draftIdea = await idea(member, 'Brouillon', gathering).being('draft').inviting(animator).save(manager);
  const sharedIdea = await idea(member, 'Shared', gathering).with(author).save(manager);
  const openIdea = await anIdea(member).in(openCampaign).titled('Bancs publics').save(manager);
  const boxIdea = await anIdea(employee).titled('Vélos partagés').save(manager);
  await does(author, 'volunteerForIdea', { id: memberIdea.id, contribution: secret('Hands') });
  await does(member, 'volunteerForIdea', { id: authorIdea.id, contribution: secret('Hands') });
  await does(member, 'editIdea', { input: { id: memberIdea.id, version: 1, words: wordsOf(secret('Brasage hydrogène')), note: secret('Again') } });
  const merge = await does(author, 'proposeIdeaMerge', { sourceId: authorIdea.id, targetId: (await idea(member, 'Takes in', gathering).save(manager)).id });
  const [before, after] = [await idea(author, 'Goes', gathering).save(manager), await idea(member, 'Lives on', gathering).save(manager)];
  const doneMerge = await does(author, 'proposeIdeaMerge', { sourceId: before.id, targetId: after.id });
  await does(member, 'agreeToIdeaMerge', { id: doneMerge.id });
  const update = await does(animator, 'tellCampaignUpdate', { input: { key: newId(), campaignId: gathering.id, body: secretText('News') } });
  await does(animator, 'setCampaignFaq', { id: gathering.id, faq: [{ question: secret('Who'), answer: secret('We') }] });
  await does(animator, 'proposeIdeaAdoption', { campaignId: openCampaign.id, ideaId: boxIdea.id });
  const [adoption] = await manager.query<{ id: string }[]>('SELECT id FROM idea_adoption');

  const votedIdeas = [await idea(author, 'First', voting).save(manager), await idea(author, 'Second', voting).save(manager)];
  const [stars, pairs] = [await aBallot(voting, 'stars').save(manager), await aBallot(voting, 'pairs').save(manager)];
  await does(animator, 'castVotes', { ballotId: stars.id, isWhole: false, votes: [{ ideaId: votedIdeas[0]!.id, mark: 4 }] });

  const judgedIdea = await idea(author, 'To judge', judging).save(manager);
  const conflictIdea = await idea(author, 'In conflict', judging).save(manager);
  await does(member, 'declareJuryConflict', { ideaId: conflictIdea.id, words: secret('Cousin') });
  const rankedIdea = await idea(author, 'Ranked', judged).save(manager);
  await manager.query(
    `INSERT INTO jury_sheet (idea_id, juror_id, scores, total, comment, note, is_submitted, is_conflict, conflict, updated_at) VALUES ($1, $2, '{}', 7, $3, $3, true, false, '', now())`,
    [rankedIdea.id, member.id, secret('Well made')],
  );

  const answered = async (about: string, outcome: string) => {
    const one = await idea(author, about, judged).save(manager);
    await does(animator, 'answerIdea', { input: { key: newId(), ideaId: one.id, outcome, reason: secretText('Because') } });
    return one.id;
  };
  const [selected, postponed] = [await answered('Selected', 'SELECTED'), await answered('Postponed', 'LATER')];
  const project = async (about: string) => {
    const ideaId = await answered(about, 'SELECTED');
    return does<{ id: string; version: number }>(animator, 'beginProject', { input: { key: newId(), ideaId, ownerId: member.id, endsOn: dayIn(40), milestones: [{ title: secret('Step'), dueOn: dayIn(20), isDone: false }] } });
  };
  const [running, delivered] = [await project('Running'), await project('Delivered')];
  await does(member, 'tellProject', { input: { key: newId(), projectId: running.id, body: secretText('It goes on') } });
  const { version } = await does<{ version: number }>(member, 'deliverProject', { input: { id: delivered.id, version: delivered.version, deliveredOn: dayIn(-1), result: secretText('Done') } });
  const [runningNow] = await manager.query<{ version: number }[]>('SELECT version FROM project WHERE id = $1', [running.id]);
  await idea(author, 'Never answered', over).save(manager);
  const closable = await campaign('Closable').at('over').save(manager);

  return {
    gathering: gathering.id, draftCampaign: draft.id, committed: committed.id, voting: voting.id, judging: judging.id, judged: judged.id, closable: closable.id, openCampaign: openCampaign.id, openJury: openJury.id, doneMerge: doneMerge.id,
    memberIdea: memberIdea.id, authorIdea: authorIdea.id, draftIdea: draftIdea.id, sharedIdea: sharedIdea.id, openIdea: openIdea.id, boxIdea: boxIdea.id, merge: merge.id, update: update.id, adoption: adoption!.id,
    stars: stars.id, pairs: pairs.id, votedIdeas: votedIdeas.map(({ id }) => id), judgedIdea: judgedIdea.id, conflictIdea: conflictIdea.id, rankedIdea: rankedIdea.id, selected, postponed,
    project: { id: running.id, version: runningNow!.version }, delivered: { id: delivered.id, version }, criteria: judging.criteria.map(({ id }) => id),
  };
}

/** What an idea says, as an input. */
export const wordsOf = (title: string) => ({ title, problem: title, proposal: richTextOf(title), benefit: title, benefitUnit: '', lookingFor: [], tags: [] });
