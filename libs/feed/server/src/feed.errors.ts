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
};
