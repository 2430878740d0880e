import { DomainError } from '@parvis/platform/server';

export const peopleErrors = {
  notFound: () => new DomainError('PERSON_NOT_FOUND'),
  cannotFollowSelf: () => new DomainError('FOLLOW_SELF'),
  delegationOnlyExecutives: () => new DomainError('DELEGATION_ONLY_EXECUTIVES'),
  delegationSelf: () => new DomainError('DELEGATION_SELF', {}, 'personId'),
  /** Missing, ended, and between others are answered alike. */
  delegationNotFound: () => new DomainError('DELEGATION_NOT_FOUND'),
  workingDaysInvalid: () => new DomainError('WORKING_DAYS_INVALID', {}, 'workingDays'),
  unknownLanguage: (code: string) => new DomainError('LANGUAGE_UNKNOWN', { code }, 'languages'),
};
