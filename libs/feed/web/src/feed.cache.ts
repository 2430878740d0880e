import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** Which posts come, or may be read at all, depends on whom one follows and where one is a member. */
const forgetFeeds: UpdateResolver = (_result, _args, cache) => {
  for (const feed of ['feed', 'tagFeed', 'questions', 'events']) forgetField(cache, 'Query', feed);
};
const forget =
  (...fields: string[]): UpdateResolver =>
  (_result, _args, cache) => {
    for (const field of fields) forgetField(cache, 'Query', field);
  };
/** What was read is missed no more; the order by time stays as it is. */
const forgetMissed: UpdateResolver = (_result, _args, cache) => forgetField(cache, 'Query', 'feed', { order: 'MISSED' });

/** Which posts are on top, of the company and of each community whose page was open. */
const forgetPins: UpdateResolver = (_result, _args, cache) => {
  forgetField(cache, 'Query', 'pinnedPosts');
  for (const { arguments: of } of cache.inspectFields('Query').filter(({ fieldName }) => fieldName === 'community')) {
    if (typeof of?.['id'] === 'string') cache.invalidate({ __typename: 'Community', id: of['id'] }, 'pinnedPosts');
  }
};

export const feedCache: CacheRules = {
  embedded: [
    ...['PostConnection', 'PostEdge', 'FeedConnection', 'FeedEdge', 'FeedReason', 'FeedPosition', 'FeedFormula', 'FeedFormulaPart'],
    ...['GivenAnswer', 'GivenAnswerConnection', 'GivenAnswerEdge', 'ScheduledPostConnection', 'ScheduledPostEdge'],
    ...['MuteConnection', 'MuteEdge', 'Question', 'Poll', 'Event', 'EventReply', 'FormerEvent', 'Announcement'],
  ],
  connections: {
    Query: ['feed', 'savedPosts', 'scheduledPosts', 'mutes', 'tagFeed', 'questions', 'events'],
    Community: ['posts'],
    Person: ['posts', 'answers'],
  },
  mutations: {
    pinPost: forgetPins,
    unpinPost: forgetPins,
    // An announcement comes on top by itself.
    createPost: forgetPins,
    replyToEvent: (_result, _args, cache) => forgetField(cache, 'Query', 'events'),
    followPerson: forgetFeeds,
    unfollowPerson: forgetFeeds,
    joinCommunity: forgetFeeds,
    leaveCommunity: forgetFeeds,
    createCommunity: forgetFeeds,
    mute: forget('feed', 'mutes'),
    unmute: forget('feed', 'mutes'),
    followTag: forget('feed', 'followedTags'),
    unfollowTag: forget('feed', 'followedTags'),
    schedulePost: forget('scheduledPosts'),
    reschedulePost: forget('scheduledPosts'),
    cancelScheduledPost: forget('scheduledPosts'),
    publishScheduledPost: (...change) => {
      forget('scheduledPosts')(...change);
      forgetFeeds(...change);
    },
    savePost: forget('savedPosts'),
    unsavePost: forget('savedPosts'),
    markFeedRead: forgetMissed,
    forgetReading: forgetMissed,
  },
};
