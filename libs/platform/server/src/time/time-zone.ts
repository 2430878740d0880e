import { IANAZone } from 'luxon';
import { platformErrors } from '../errors/platform.errors.ts';

const maxLength = 64;

/** A name of the IANA time zone database, such as Europe/Paris. An offset is none: PostgreSQL reads its sign the other way round. Errors: TIME_ZONE_UNKNOWN. */
export function checkedTimeZone(field: string, name: string): string {
  if (name.length > maxLength || !/^[a-z]/i.test(name) || !IANAZone.isValidZone(name)) throw platformErrors.timeZoneUnknown(field);
  return name;
}
