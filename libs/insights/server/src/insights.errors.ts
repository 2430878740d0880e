import { DomainError } from '@parvis/platform/server';

export const insightsErrors = {
  /** No Monday, a day to come, or too long ago. */
  weekInvalid: (weeks: number) => new DomainError('WEEK_INVALID', { weeks }, 'startsOn'),
};
