import { DomainError } from '@parvis/platform/server';

export const feedErrors = {
  /** Missing, deleted and out of sight are answered alike. */
  postNotFound: () => new DomainError('POST_NOT_FOUND'),
  postNotYours: () => new DomainError('POST_NOT_YOURS'),
  tagInvalid: () => new DomainError('TAG_INVALID', {}, 'tag'),
};
