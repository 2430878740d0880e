import { DomainError } from '@parvis/platform/server';

export const notificationErrors = {
  nothingToRead: () => new DomainError('NOTIFICATIONS_NOT_NAMED'),
  hoursInvalid: (field: string) => new DomainError('WORKING_HOURS_INVALID', {}, field),
  tooManyUrgent: (max: number) => new DomainError('URGENT_PEOPLE_TOO_MANY', { max }, 'urgentPersonIds'),
  personNotFound: () => new DomainError('PERSON_NOT_FOUND', {}, 'urgentPersonIds'),
};
