import { DomainError } from '@parvis/platform/server';

export const insightsErrors = {
  timeZoneUnknown: (field: string) => new DomainError('TIME_ZONE_UNKNOWN', {}, field),
};
