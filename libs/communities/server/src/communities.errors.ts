import { DomainError } from '@parvis/platform/server';

export const communityErrors = {
  /** Missing and out of sight are answered alike. */
  notFound: () => new DomainError('COMMUNITY_NOT_FOUND'),
  notMember: () => new DomainError('COMMUNITY_NOT_MEMBER'),
  notAnimator: () => new DomainError('COMMUNITY_NOT_ANIMATOR'),
  archived: () => new DomainError('COMMUNITY_ARCHIVED'),
  /** One leaves; one is not removed by oneself. */
  ownRemoval: () => new DomainError('COMMUNITY_OWN_REMOVAL', {}, 'personId'),
  mergeSame: () => new DomainError('COMMUNITY_MERGE_SAME', {}, 'intoId'),
  invitationNotFound: () => new DomainError('INVITATION_NOT_FOUND'),
  lastAnimator: () => new DomainError('COMMUNITY_LAST_ANIMATOR'),
  /** `count`: how much would be read by people who could not read it before. */
  disclosureUnconfirmed: (count: number) => new DomainError('COMMUNITY_DISCLOSURE_UNCONFIRMED', { count }),
  joinRequestNotFound: () => new DomainError('JOIN_REQUEST_NOT_FOUND'),
  personNotFound: (field = 'personId') => new DomainError('PERSON_NOT_FOUND', {}, field),
};
