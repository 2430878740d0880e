import { DomainError } from '@parvis/platform/server';

export const peopleErrors = {
  notFound: () => new DomainError('PERSON_NOT_FOUND'),
  cannotFollowSelf: () => new DomainError('FOLLOW_SELF'),
  unknownLanguage: (code: string) => new DomainError('LANGUAGE_UNKNOWN', { code }, 'languages'),
};
