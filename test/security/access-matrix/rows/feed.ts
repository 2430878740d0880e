import { richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import { canary } from '../observe.ts';
import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import { dayIn, type World } from '../world.ts';

const inside: Expected = { insiders: 'inside', others: 'null' };
const everybody: Expected = { others: 'yes' };
const body = richTextOf('Said.');

/** What stands in the closed community is seen by its members; whoever wrote it changes it. */
export function feedRows(w: World): Row[] {
  const ofMember: Expected = { member: 'yes', animator: 'POST_NOT_YOURS', others: 'POST_NOT_FOUND' };
  const seen: Expected = { insiders: 'yes', others: 'POST_NOT_FOUND' };
  const theirsAlone: Expected = { member: 'yes', others: 'SCHEDULED_POST_NOT_FOUND' };
  const post: Record<string, unknown> = { key: newId(), kind: 'STATUS', body };
  const at = `${dayIn(4)}T10:00:00Z`;
  return [
    query('post', { id: w.memberPost }, inside),
    query('post', { id: w.hiddenPost }, inside),
    query('feed', { source: 'ALL' }, { insiders: 'inside', others: 'yes' }),
    query('feed', { source: 'FOLLOWING', order: 'MISSED' }, { insiders: 'inside', others: 'yes' }),
    query('feed', { source: 'COMMUNITIES' }, { insiders: 'inside', employee: 'yes', outsider: 'yes', others: 'empty' }),
    query('feedFormula', {}, everybody),
    query('feedPosition', { source: 'ALL' }, { member: 'yes', others: 'null' }),
    query('followedTags', {}, { outsider: 'yes', others: 'empty' }),
    query('pinnedPosts', {}, everybody),
    query('savedPosts', {}, { member: 'inside', others: 'empty' }),
    query('scheduledPosts', {}, { member: 'inside', others: 'empty' }),
    query('events', {}, { insiders: 'inside', others: 'yes' }),
    query('events', { communityId: w.closed }, { insiders: 'inside', others: 'empty' }),
    query('questions', {}, { insiders: 'inside', others: 'yes' }),
    query('questions', { communityId: w.closed }, { insiders: 'inside', others: 'empty' }),
    query('similarQuestions', { text: 'Souder le titane', communityId: w.closed }, { insiders: 'inside', others: 'empty' }),
    query('mutes', {}, { member: 'yes', outsider: 'yes', others: 'empty' }),
    query('popularTags', {}, { insiders: 'inside', others: 'yes' }),
    query('suggestedTags', { begun: canary.slice(0, 4) }, { insiders: 'inside', others: 'empty' }),
    query('tag', { name: `${canary}tag` }, { insiders: 'yes', others: 'empty' }, 'postCount'),
    query('tag', { name: 'quartier' }, everybody),
    query('tagFeed', { tag: `${canary}tag` }, { insiders: 'inside', others: 'empty' }),
    query('linkPreview', { url: 'http://127.0.0.1:1/' }, { others: 'null' }),

    field('Event.attendees', [['post', { id: w.event }], 'event'], {}, { insiders: 'yes', others: 'null' }),
    field('PollOption.voters', [['post', { id: w.poll }], 'poll', 'options'], {}, { animator: 'yes', member: 'empty', others: 'null' }),
    field('Person.posts', [['person', { id: w.people.member }]], {}, { insiders: 'inside', others: 'yes' }),
    field('Person.answers', [['person', { id: w.people.author }]], {}, { insiders: 'inside', others: 'yes' }),

    command('createPost', { ...post, communityId: w.closed }, { insiders: 'yes', others: 'COMMUNITY_NOT_MEMBER' }),
    command('createPost', { ...post, communityId: w.hidden }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    command('createPost', post, everybody),
    // The executive lets `employee` write in their name.
    command('createPost', { ...post, onBehalfOfId: w.people.executive }, { employee: 'yes', others: 'POST_NOT_DELEGATED' }),
    command('editPost', { id: w.memberPost, body }, ofMember),
    mutation('deletePost', { id: w.memberPost }, ofMember),
    mutation('schedulePost', { input: { ...post, communityId: w.closed }, publishAt: at }, { insiders: 'yes', others: 'COMMUNITY_NOT_MEMBER' }),
    mutation('cancelScheduledPost', { id: w.scheduled }, theirsAlone),
    mutation('publishScheduledPost', { id: w.scheduled }, theirsAlone),
    mutation('reschedulePost', { id: w.scheduled, publishAt: at }, theirsAlone),
    mutation('pinPost', { id: w.authorPost }, { animator: 'yes', member: 'PIN_NOT_ALLOWED', others: 'POST_NOT_FOUND' }),
    mutation('pinPost', { id: w.companyPost }, { executive: 'yes', hr: 'yes', it: 'yes', moderator: 'yes', others: 'PIN_NOT_ALLOWED' }),
    mutation('unpinPost', { id: w.announcement }, { animator: 'yes', member: 'PIN_NOT_ALLOWED', others: 'POST_NOT_FOUND' }),
    mutation('savePost', { id: w.memberPost }, seen),
    mutation('unsavePost', { id: w.memberPost }, seen),
    mutation('readAnnouncement', { postId: w.announcement, acknowledged: true }, seen),
    mutation('votePoll', { postId: w.poll, optionIds: [w.option] }, { insiders: 'yes', others: 'SUBJECT_NOT_FOUND' }),
    mutation('replyToEvent', { postId: w.event, answer: 'MAYBE' }, { insiders: 'yes', others: 'SUBJECT_NOT_FOUND' }),
    mutation('setEventReminders', { postId: w.event, minutesBefore: [60] }, { member: 'yes', animator: 'EVENT_NOT_ATTENDED', others: 'SUBJECT_NOT_FOUND' }),
    mutation('followTag', { name: 'velo' }, everybody),
    mutation('unfollowTag', { name: 'velo' }, everybody),
    command('mute', { communityId: w.hidden, duration: 'DAY' }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    command('mute', { personId: w.people.author, duration: 'DAY' }, everybody),
    // One's own goes; another's stays, and whoever asks is not told which it was.
    mutation('unmute', { id: w.mute }, everybody),
    mutation('forgetReading', {}, everybody),
    mutation('markFeedRead', { source: 'ALL' }, everybody),
    command('markPostsRead', { postIds: [w.memberPost], source: 'ALL' }, everybody),
    mutation('askExpertsAfter', { questionId: w.quietQuestion, after: 'NEVER' }, { member: 'yes', animator: 'EXPERT_QUESTION_NOT_YOURS', others: 'EXPERT_QUESTION_NOT_FOUND' }),
  ];
}
