import { DomainError } from '@parvis/platform/server';

export const feedErrors = {
  /** Missing, deleted and out of sight are answered alike. */
  postNotFound: () => new DomainError('POST_NOT_FOUND'),
  /** No delegation of that executive to the viewer holds. */
  notDelegated: () => new DomainError('POST_NOT_DELEGATED', {}, 'onBehalfOfId'),
  postNotYours: () => new DomainError('POST_NOT_YOURS'),
  /** The input lacks what this kind of post is made of. */
  partMissing: (field: string) => new DomainError('POST_PART_MISSING', {}, field),
  /** The input holds something that belongs to another kind of post. */
  partNotOfKind: (field: string) => new DomainError('POST_PART_NOT_OF_KIND', {}, field),
  /** A moment that should be to come. */
  timePast: (field: string) => new DomainError('TIME_PAST', {}, field),
  scheduledPostNotFound: () => new DomainError('SCHEDULED_POST_NOT_FOUND'),
  scheduleTooFar: (days: number) => new DomainError('SCHEDULE_TOO_FAR', { days }, 'publishAt'),
  announcementNotAllowed: () => new DomainError('ANNOUNCEMENT_NOT_ALLOWED'),
  pinNotAllowed: () => new DomainError('PIN_NOT_ALLOWED'),
  pinsFull: (max: number) => new DomainError('PINS_FULL', { max }),
  eventTimeInvalid: (field: string) => new DomainError('EVENT_TIME_INVALID', {}, field),
  eventEndsBefore: () => new DomainError('EVENT_ENDS_BEFORE', {}, 'ends'),
  eventTooLong: (days: number) => new DomainError('EVENT_TOO_LONG', { days }, 'ends'),
  eventLinkInvalid: () => new DomainError('EVENT_LINK_INVALID', {}, 'link'),
  eventSeatsInvalid: (max: number) => new DomainError('EVENT_SEATS_INVALID', { max }, 'seatLimit'),
  eventOver: () => new DomainError('EVENT_OVER'),
  eventReminderInvalid: () => new DomainError('EVENT_REMINDER_INVALID', {}, 'minutesBefore'),
  eventNotAttended: () => new DomainError('EVENT_NOT_ATTENDED'),
  pollOptionsTooFew: (min: number) => new DomainError('POLL_OPTIONS_TOO_FEW', { min }, 'options'),
  /** Whether it is anonymous, and whether several may be chosen, stay as published. */
  pollFixed: () => new DomainError('POLL_FIXED', {}, 'poll'),
  pollHasVotes: () => new DomainError('POLL_HAS_VOTES', {}, 'options'),
  pollClosed: () => new DomainError('POLL_CLOSED'),
  pollChoiceInvalid: () => new DomainError('POLL_CHOICE_INVALID', {}, 'optionIds'),
  pollVotedAlready: () => new DomainError('POLL_VOTED_ALREADY'),
  tagInvalid: () => new DomainError('TAG_INVALID', {}, 'tag'),
  tooManyTagsFollowed: (max: number) => new DomainError('TAG_FOLLOWS_TOO_MANY', { max }),
  muteOneTarget: () => new DomainError('MUTE_ONE_TARGET'),
  cannotMuteSelf: () => new DomainError('MUTE_SELF', {}, 'personId'),
  personNotFound: () => new DomainError('PERSON_NOT_FOUND', {}, 'personId'),
  communityNotFound: () => new DomainError('COMMUNITY_NOT_FOUND', {}, 'communityId'),
  tooManyPostsMarked: (max: number) => new DomainError('POSTS_MARKED_TOO_MANY', { max }, 'postIds'),
};
