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
  breakGlassNotFound: () => new DomainError('BREAK_GLASS_NOT_FOUND'),
  /** Everybody reads there, or the viewer does already. */
  breakGlassNeedless: () => new DomainError('BREAK_GLASS_NEEDLESS', {}, 'communityId'),
  /** The same person has asked already, or has one that is open. */
  breakGlassRepeated: () => new DomainError('BREAK_GLASS_REPEATED', {}, 'communityId'),
  breakGlassReasonShort: (min: number) => new DomainError('BREAK_GLASS_REASON_SHORT', { min }, 'reason'),
  breakGlassHours: (max: number) => new DomainError('BREAK_GLASS_HOURS', { max }, 'hours'),
  /** Nobody decides about what they asked for, whatever they have become. */
  breakGlassOwn: () => new DomainError('BREAK_GLASS_OWN'),
  /** Somebody has decided, or its time is over. */
  breakGlassDecided: () => new DomainError('BREAK_GLASS_DECIDED'),
  /** It is not open, or not any more. */
  breakGlassClosed: () => new DomainError('BREAK_GLASS_CLOSED'),
  joinRequestNotFound: () => new DomainError('JOIN_REQUEST_NOT_FOUND'),
  personNotFound: (field = 'personId') => new DomainError('PERSON_NOT_FOUND', {}, field),
};
