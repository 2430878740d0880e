import { insightsErrors } from '../insights.errors.ts';

/** Errors: TIME_ZONE_UNKNOWN. */
export function checkedTimeZone(field: string, name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw insightsErrors.timeZoneUnknown(field);
  }
}
