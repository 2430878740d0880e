import { DomainError, platformErrors } from '@parvis/platform/server';

export const engagementErrors = {
  forbidden: platformErrors.forbidden,
  dayInvalid: (field: string) => new DomainError('ENGAGEMENT_DAY_INVALID', {}, field),
  periodReversed: () => new DomainError('ENGAGEMENT_PERIOD_REVERSED', {}, 'to'),
  periodFuture: () => new DomainError('ENGAGEMENT_PERIOD_FUTURE', {}, 'to'),
  periodTooLong: (days: number) => new DomainError('ENGAGEMENT_PERIOD_TOO_LONG', { days }, 'from'),
  departmentUnknown: (department: string) => new DomainError('ENGAGEMENT_DEPARTMENT_UNKNOWN', { department }, 'department'),
  locationUnknown: (location: string) => new DomainError('ENGAGEMENT_LOCATION_UNKNOWN', { location }, 'location'),
  pulseClosed: () => new DomainError('ENGAGEMENT_PULSE_CLOSED'),
};
