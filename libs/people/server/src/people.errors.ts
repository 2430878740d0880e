import { DomainError } from '@parvis/platform/server';

export const peopleErrors = {
  notFound: () => new DomainError('PERSON_NOT_FOUND'),
  cannotFollowSelf: () => new DomainError('FOLLOW_SELF'),
  delegationOnlyExecutives: () => new DomainError('DELEGATION_ONLY_EXECUTIVES'),
  delegationSelf: () => new DomainError('DELEGATION_SELF', {}, 'personId'),
  /** Missing, ended, and between others are answered alike. */
  delegationNotFound: () => new DomainError('DELEGATION_NOT_FOUND'),
  dayInvalid: (field: string) => new DomainError('DAY_INVALID', {}, field),
  absenceOver: () => new DomainError('ABSENCE_OVER', {}, 'until'),
  absenceEndsBeforeStart: () => new DomainError('ABSENCE_ENDS_BEFORE_START', {}, 'until'),
  absenceTooFar: (field: 'from' | 'until', years: number) => new DomainError('ABSENCE_TOO_FAR', { years }, field),
  yearInvalid: (field: string, first: number) => new DomainError('YEAR_INVALID', { first }, field),
  yearsReversed: (field: string) => new DomainError('YEARS_REVERSED', {}, field),
  linkInvalid: (field: string) => new DomainError('LINK_INVALID', {}, field),
  workingDaysInvalid: () => new DomainError('WORKING_DAYS_INVALID', {}, 'workingDays'),
  unknownLanguage: (code: string) => new DomainError('LANGUAGE_UNKNOWN', { code }, 'languages'),
};
