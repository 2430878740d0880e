import { DomainError } from '@parvis/platform/server';

export const skillErrors = {
  notFound: (field = 'skills') => new DomainError('SKILL_NOT_FOUND', {}, field),
  /** Two words of one skill. */
  twice: (one: string, other: string) => new DomainError('SKILL_TWICE', { one, other }, 'skills'),
};
