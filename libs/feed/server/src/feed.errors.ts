import { DomainError } from '@parvis/platform/server';

export const feedErrors = {
  /** Missing, deleted and out of sight are answered alike. */
  postNotFound: () => new DomainError('POST_NOT_FOUND'),
  postNotYours: () => new DomainError('POST_NOT_YOURS'),
  /** The input lacks what this kind of post is made of. */
  partMissing: (field: string) => new DomainError('POST_PART_MISSING', {}, field),
  /** The input holds something that belongs to another kind of post. */
  partNotOfKind: (field: string) => new DomainError('POST_PART_NOT_OF_KIND', {}, field),
  tagInvalid: () => new DomainError('TAG_INVALID', {}, 'tag'),
  tooManyTagsFollowed: (max: number) => new DomainError('TAG_FOLLOWS_TOO_MANY', { max }),
  muteOneTarget: () => new DomainError('MUTE_ONE_TARGET'),
  cannotMuteSelf: () => new DomainError('MUTE_SELF', {}, 'personId'),
  personNotFound: () => new DomainError('PERSON_NOT_FOUND', {}, 'personId'),
  communityNotFound: () => new DomainError('COMMUNITY_NOT_FOUND', {}, 'communityId'),
  tooManyPostsMarked: (max: number) => new DomainError('POSTS_MARKED_TOO_MANY', { max }, 'postIds'),
};
