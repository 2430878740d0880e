import { newId } from '@parvis/platform/server';
import { canary } from '../observe.ts';
import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import { dayIn, type World } from '../world.ts';

const everybody: Expected = { others: 'yes' };
const it: Expected = { it: 'yes', others: 'FORBIDDEN' };
const hr: Expected = { hr: 'yes', others: 'FORBIDDEN' };

/** Sessions, indicators, audit log, experts, notifications, search. */
export function companyRows(w: World): Row[] {
  return [...leadershipRows(w), ...figureRows(), ...expertRows(w), ...noticeRows(w)];
}

function leadershipRows(w: World): Row[] {
  const inside: Expected = { insiders: 'inside', others: 'null' };
  const session = [['amaSession', { id: w.ama }]] as [string, Record<string, unknown>][];
  const ofHost: Expected = { animator: 'yes', member: 'AMA_NOT_HOST', others: 'AMA_SESSION_NOT_FOUND' };
  const ofAsker: Expected = { member: 'yes', animator: 'AMA_QUESTION_NOT_YOURS', others: 'AMA_QUESTION_NOT_FOUND' };
  const times = { opensAt: `${dayIn(1)}T08:00:00Z`, startsAt: `${dayIn(2)}T08:00:00Z`, endsAt: `${dayIn(2)}T09:00:00Z` };
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So.' }] }] };
  return [
    query('amaSession', { id: w.ama }, inside),
    query('amaSessions', { period: 'CURRENT' }, { insiders: 'inside', others: 'yes' }),
    query('amaQuestion', { id: w.amaQuestion }, inside),
    query('executives', {}, everybody),
    query('executiveBriefing', {}, { executive: 'yes', others: 'FORBIDDEN' }),
    field('AmaSession.questions', session, { answered: false }, inside),
    field('AmaSession.similarQuestions', session, { text: 'Combien de fours électriques' }, inside),

    command('planAmaSession', { key: newId(), title: 'Ask', description: '', cohostIds: [], ...times }, { executive: 'yes', others: 'AMA_ONLY_EXECUTIVES' }),
    command('changeAmaSession', { id: w.ama, title: 'Ask', description: '', cohostIds: [], ...times }, ofHost),
    mutation('cancelAmaSession', { id: w.ama }, ofHost),
    command('askAmaQuestion', { key: newId(), sessionId: w.ama, text: 'Why?' }, { insiders: 'yes', others: 'AMA_SESSION_NOT_FOUND' }),
    command('askAmaQuestion', { key: newId(), sessionId: w.openAma, text: 'Why?' }, everybody),
    command('editAmaQuestion', { id: w.amaQuestion, text: 'Why not?' }, ofAsker),
    mutation('withdrawAmaQuestion', { id: w.amaQuestion }, ofAsker),
    mutation('voteForAmaQuestion', { id: w.amaQuestion, wanted: true }, { animator: 'yes', member: 'AMA_OWN_QUESTION', others: 'AMA_QUESTION_NOT_FOUND' }),
    command('answerAmaQuestion', { key: newId(), questionId: w.amaQuestion, body }, { animator: 'yes', member: 'AMA_NOT_HOST', others: 'AMA_QUESTION_NOT_FOUND' }),
    command('editAmaAnswer', { questionId: w.answeredAmaQuestion, body }, { animator: 'yes', member: 'AMA_ANSWER_NOT_YOURS', others: 'AMA_QUESTION_NOT_FOUND' }),
    mutation('setBriefingItemAside', { postId: w.companyPost }, { executive: 'yes', others: 'FORBIDDEN' }),
  ];
}

function figureRows(): Row[] {
  const period = { from: dayIn(-30), to: dayIn(-1) };
  const council: Expected = { council: 'yes', others: 'FORBIDDEN' };
  return [
    query('engagement', period, hr),
    query('engagementMonths', period, hr),
    query('engagementPulse', {}, hr),
    query('engagementRules', {}, everybody),
    query('pulseQuestion', {}, { employee: 'yes', others: 'null' }),
    query('auditLog', { area: 'ENGAGEMENT' }, council),
    query('auditActors', { area: 'ENGAGEMENT' }, council),
    query('auditLog', { area: 'PROVISIONING' }, it),
    query('auditActors', { area: 'PROVISIONING' }, it),
    query('ownFigures', {}, { insiders: 'inside', others: 'yes' }),
    // Whoever has three reports; those of `executive` wrote in the open.
    query('teamWeek', {}, { executive: 'yes', others: 'null' }),
    query('weekPlaces', {}, { animator: 'inside', others: 'yes' }),
    field('Engagement.annotations', [['engagement', period]], {}, hr),
    // Too few read each of them; nobody reads those of another, since no argument names anybody.
    field('OwnFigures.readerHours', ['ownFigures'], {}, { others: 'null' }),
    mutation('replyToPulse', { key: newId(), answer: { choice: 'VERY' } }, { employee: 'yes', others: 'ENGAGEMENT_PULSE_CLOSED' }),
    mutation('setOwnFigures', { areWanted: true }, everybody),
  ];
}

function expertRows(w: World): Row[] {
  const leaverId = w.people.leaver;
  return [
    // Out of what stands in the closed community, its members alone learn who knows.
    query('experts', { text: 'souder le titane sous argon' }, { insiders: 'inside', others: 'empty' }, 'evidence'),
    query('expertFormula', {}, everybody),
    query('expertSpread', {}, everybody),
    query('expertPreferences', {}, everybody),
    query('askExpertsAfterUsually', {}, everybody),
    // `outsider` was asked in the closed community, where they read no more.
    query('expertRequests', {}, { member: 'yes', others: 'empty' }),
    query('expertHandovers', {}, everybody),
    query('hasExpertHandovers', {}, everybody),
    command('changeExpertPreferences', { isNeverProposed: true }, everybody),
    // Another’s stays, and whoever asks is not told that there is one.
    mutation('declineExpertRequest', { id: w.expertRequest }, everybody),
    mutation('takeOverTopic', { leaverId, key: 'poterie raku' }, everybody),
    mutation('giveTopicBack', { leaverId, key: 'poterie raku' }, everybody),
  ];
}

function noticeRows(w: World): Row[] {
  return [
    // What `outsider` was told there is gone with their access.
    query('notifications', {}, { member: 'inside', animator: 'yes', executive: 'yes', employee: 'yes', council: 'yes', others: 'empty' }),
    query('notificationsSince', { seq: 0 }, { member: 'inside', animator: 'yes', executive: 'yes', employee: 'yes', council: 'yes', others: 'empty' }, 'notifications'),
    query('unreadNotificationCount', {}, { insiders: 'yes', executive: 'yes', employee: 'yes', council: 'yes', others: 'empty' }),
    query('notificationSettings', {}, everybody),
    command('changeNotificationSettings', { hasQuietHours: false }, everybody),
    command('markNotificationsRead', { upTo: 1000 }, everybody),
    mutation('tellLanguage', { language: 'FR' }, everybody),
    mutation('tellTimeZone', { timeZone: 'Europe/Paris' }, everybody),

    query('search', { text: canary }, { insiders: 'inside', others: 'empty' }, 'groups', 'hits'),
    // A slip of the keyboard: the word that is meant is not told to whoever cannot read it.
    query('search', { text: canary.replace('an', 'na') }, { insiders: 'inside', others: 'empty' }, 'groups', 'hits'),
    query('search', { text: canary.slice(0, 5), isTyping: true }, { insiders: 'inside', others: 'empty' }, 'groups', 'hits'),
    query('searchHits', { text: canary, kind: 'POST' }, { insiders: 'inside', others: 'empty' }),
    query('searchHits', { text: canary, kind: 'FILE' }, { insiders: 'inside', others: 'empty' }),
    query('searchHits', { text: 'soudage', kind: 'POST', filter: { communityId: w.closed } }, { insiders: 'inside', others: 'empty' }),
  ];
}
