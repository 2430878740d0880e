import { richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import { wordsOf } from '../world-campaigns.ts';
import { dayIn, type World } from '../world.ts';

type Way = [string, Record<string, unknown>][];

const body = richTextOf('So.');
const inside: Expected = { insiders: 'inside', others: 'null' };

/** Of the campaigns, `animator` is the owner, `author` or `member` the sponsor, `member` the juror; ideas are `member`’s. */
export function ideaRows(w: World): Row[] {
  return [...readingRows(w), ...campaignCommands(w), ...ideaCommands(w), ...decisions(w)];
}

function readingRows(w: World): Row[] {
  const campaign = (id: string): Way => [['campaign', { id }]];
  const idea: Way = [['idea', { id: w.memberIdea }]];
  const ballot: Way = [['ballot', { id: w.stars }]];
  return [
    query('campaign', { id: w.gathering }, inside),
    // A draft is seen by those who have a role in it.
    query('campaign', { id: w.draftCampaign }, inside),
    query('campaigns', { period: 'CURRENT' }, { insiders: 'inside', others: 'yes' }),
    query('idea', { id: w.memberIdea }, inside),
    query('idea', { id: w.draftIdea }, inside),
    // `animator` sees which campaigns of theirs it could go into.
    query('ideaBox', {}, { animator: 'inside', others: 'yes' }),
    query('ideaInvitations', {}, { animator: 'inside', others: 'empty' }),
    query('similarIdeas', { title: 'Brasage hydrogène' }, { insiders: 'inside', others: 'empty' }),
    query('ballot', { id: w.stars }, { insiders: 'yes', others: 'null' }),
    query('project', { id: w.project.id }, inside),
    // HR learns that answers are owed, and not where it may not read.
    query('overdueAnswers', {}, { hr: 'yes', others: 'null' }),

    field('Campaign.ideas', campaign(w.gathering), {}, inside),
    field('Campaign.updates', campaign(w.gathering), {}, inside),
    field('Idea.comparison', idea, { from: 1, to: 2 }, inside),
    field('Idea.versions', idea, {}, inside),
    field('Person.ideas', [['person', { id: w.people.member }]], {}, { insiders: 'inside', others: 'yes' }),
    field('Ballot.results', ballot, {}, inside),
    field('Ballot.openVotes', ballot, { ideaId: w.votedIdeas[0] }, { insiders: 'yes', others: 'null' }),
    field('Jury.ranking', [...campaign(w.judged), 'jury'] as never, {}, inside),
    field('Jury.sheets', [...campaign(w.judging), 'jury'] as never, {}, { member: 'inside', others: 'null' }),
    field('Project.updates', [['project', { id: w.project.id }]], {}, inside),
  ];
}

function campaignCommands(w: World): Row[] {
  const byOwner: Expected = { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_NOT_FOUND' };
  const bySponsor: Expected = { member: 'yes', animator: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_NOT_FOUND' };
  const draft = {
    question: 'How?', context: body, rules: '', criteria: [], resources: '', hashtag: '', timeZone: 'Europe/Paris', phases: [], banner: { pattern: 'WAVES', tone: 'MOSS' },
    audience: { everyone: false, departments: [], communityIds: [w.closed] },
  };
  const { everyone, ...audience } = draft.audience;
  const said = { ...draft, audience };
  const { author, member } = w.people;
  return [
    // Nobody means a campaign for a community that they do not read.
    command('draftCampaign', { key: newId(), ...said }, { insiders: 'yes', others: 'CAMPAIGN_AUDIENCE_INVALID' }),
    command('draftCampaign', { key: newId(), ...said, audience: { departments: [], communityIds: [] } }, { others: everyone ? 'null' : 'yes' }),
    command('changeCampaign', { id: w.draftCampaign, version: 1, ...said }, byOwner),
    mutation('commitToCampaign', { id: w.draftCampaign, commitment: 'The best are made.', dueOn: dayIn(200) }, bySponsor),
    mutation('publishCampaign', { id: w.committed }, { animator: 'yes', others: 'CAMPAIGN_NOT_FOUND' }),
    mutation('closeCampaign', { id: w.closable }, byOwner),
    mutation('cancelCampaign', { id: w.gathering, reason: 'No more.' }, byOwner),
    mutation('extendPhase', { id: w.gathering, kind: 'GATHER', closes: `${dayIn(12)}T09:00`, reason: 'More time.' }, byOwner),
    mutation('handOverCampaign', { id: w.gathering, personId: author }, byOwner),
    mutation('appointCampaignModerators', { id: w.gathering, personIds: [member] }, byOwner),
    mutation('setCampaignFaq', { id: w.gathering, faq: [{ question: 'Who?', answer: 'We.' }] }, byOwner),
    command('tellCampaignUpdate', { key: newId(), campaignId: w.gathering, body }, byOwner),
    mutation('editCampaignUpdate', { id: w.update, body }, { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_UPDATE_NOT_FOUND' }),
    mutation('removeCampaignUpdate', { id: w.update }, { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_UPDATE_NOT_FOUND' }),
    mutation('chooseBallots', { campaignId: w.draftCampaign, ballots: [{ kind: 'STARS', envelopes: [], hidesResults: false, isSecret: false }] }, byOwner),
    mutation('arrangeJury', { campaignId: w.draftCampaign, isBlind: true }, byOwner),
    mutation('nameJurors', { campaignId: w.judging, personIds: [w.people.outsider] }, byOwner),
    mutation('dismissJuror', { campaignId: w.judging, personId: member, reason: 'Away.' }, byOwner),
    command('drawJury', { key: newId(), campaignId: w.openJury, seats: 1, reason: 'By lot.' }, { animator: 'yes', others: 'CAMPAIGN_NOT_YOURS' }),
    mutation('declineJury', { campaignId: w.judging }, bySponsor),
    command('judgeIdea', { ideaId: w.judgedIdea, scores: w.criteria.map((criterionId) => ({ criterionId, score: 5 })) }, { member: 'yes', animator: 'CAMPAIGN_NOT_YOURS', others: 'IDEA_NOT_FOUND' }),
    mutation('submitJurySheets', { campaignId: w.judging }, bySponsor),
    mutation('declareJuryConflict', { ideaId: w.judgedIdea, words: 'Cousin' }, { member: 'yes', animator: 'CAMPAIGN_NOT_YOURS', others: 'IDEA_NOT_FOUND' }),
    mutation('withdrawJuryConflict', { ideaId: w.conflictIdea }, { member: 'yes', animator: 'CAMPAIGN_NOT_YOURS', others: 'IDEA_NOT_FOUND' }),
  ];
}

function ideaCommands(w: World): Row[] {
  const ofMember: Expected = { member: 'yes', animator: 'IDEA_NOT_YOURS', others: 'IDEA_NOT_FOUND' };
  const seen: Expected = { insiders: 'yes', others: 'IDEA_NOT_FOUND' };
  const { author } = w.people;
  return [
    command('draftIdea', { key: newId(), campaignId: w.gathering, words: wordsOf('New') }, { insiders: 'yes', others: 'CAMPAIGN_NOT_FOUND' }),
    command('draftIdea', { key: newId(), words: wordsOf('New') }, { others: 'yes' }),
    command('editIdea', { id: w.memberIdea, version: 2, words: wordsOf('Changed') }, ofMember),
    mutation('submitIdea', { id: w.draftIdea }, ofMember),
    mutation('withdrawIdea', { id: w.memberIdea }, ofMember),
    mutation('describeIdeaContribution', { id: w.memberIdea, contribution: 'Hands' }, ofMember),
    mutation('leaveIdea', { id: w.sharedIdea }, ofMember),
    mutation('inviteIdeaAuthors', { id: w.memberIdea, personIds: [w.people.animator] }, ofMember),
    // `animator` is invited to the draft.
    mutation('acceptIdeaInvitation', { id: w.draftIdea }, { animator: 'yes', member: 'yes', others: 'IDEA_NOT_FOUND' }),
    mutation('declineIdeaInvitation', { id: w.draftIdea }, { insiders: 'yes', others: 'IDEA_NOT_FOUND' }),
    mutation('takeBackIdeaInvitation', { id: w.draftIdea, personId: w.people.animator }, ofMember),
    mutation('volunteerForIdea', { id: w.authorIdea, contribution: 'Hands' }, seen),
    mutation('stopVolunteering', { id: w.authorIdea }, seen),
    mutation('takeInVolunteer', { id: w.memberIdea, personId: author }, ofMember),
    mutation('thankVolunteer', { id: w.memberIdea, personId: author }, ofMember),
    mutation('supportIdea', { id: w.authorIdea, wanted: true }, seen),
    mutation('archiveIdea', { id: w.memberIdea, reason: 'Twice.' }, { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'IDEA_NOT_FOUND' }),
    mutation('proposeIdeaMerge', { sourceId: w.memberIdea, targetId: w.authorIdea }, seen),
    mutation('agreeToIdeaMerge', { id: w.merge }, { member: 'yes', animator: 'IDEA_NOT_YOURS', others: 'IDEA_MERGE_NOT_FOUND' }),
    // What one does not see is declined already, as what is not there.
    mutation('declineIdeaMerge', { id: w.merge }, { member: 'yes', animator: 'IDEA_NOT_YOURS', others: 'yes' }),
    mutation('undoIdeaMerge', { id: w.doneMerge }, { member: 'yes', animator: 'IDEA_NOT_YOURS', others: 'IDEA_MERGE_NOT_FOUND' }),
    // `employee` made the idea of the idea box, `animator` runs the campaign that asks for it.
    mutation('proposeIdeaAdoption', { campaignId: w.gathering, ideaId: w.boxIdea }, { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'CAMPAIGN_NOT_FOUND' }),
    mutation('acceptIdeaAdoption', { id: w.adoption }, { employee: 'yes', others: 'IDEA_NOT_YOURS' }),
    mutation('declineIdeaAdoption', { id: w.adoption }, { employee: 'yes', animator: 'yes', others: 'IDEA_NOT_YOURS' }),
    mutation('castVotes', { ballotId: w.stars, votes: [{ ideaId: w.votedIdeas[0], mark: 3 }] }, { insiders: 'yes', others: 'BALLOT_NOT_FOUND' }),
    mutation('comparePair', { ballotId: w.pairs, ideaIds: w.votedIdeas, preferredId: w.votedIdeas[0] }, { insiders: 'yes', others: 'BALLOT_NOT_FOUND' }),
  ];
}

function decisions(w: World): Row[] {
  const byOwner: Expected = { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'IDEA_NOT_FOUND' };
  const carriedOut: Expected = { insiders: 'yes', others: 'PROJECT_NOT_FOUND' };
  const { project, delivered } = w;
  return [
    command('answerIdea', { key: newId(), ideaId: w.rankedIdea, outcome: 'NO', reason: body }, byOwner),
    command('changeIdeaAnswer', { ideaId: w.postponed, version: 1, outcome: 'NO', reason: body }, byOwner),
    command('beginProject', { key: newId(), ideaId: w.selected, ownerId: w.people.member, endsOn: dayIn(30), milestones: [] }, byOwner),
    // `member` carries it out.
    command('planProject', { ...project, ownerId: w.people.member, endsOn: dayIn(50), percentage: 20, milestones: [] }, carriedOut),
    command('tellProject', { key: newId(), projectId: project.id, body }, carriedOut),
    command('deliverProject', { ...project, deliveredOn: dayIn(-1), result: body }, carriedOut),
    command('measureProject', { ...delivered, amount: 5, how: 'Counted', unit: 'bins' }, { animator: 'yes', member: 'CAMPAIGN_NOT_YOURS', others: 'PROJECT_NOT_FOUND' }),
  ];
}
