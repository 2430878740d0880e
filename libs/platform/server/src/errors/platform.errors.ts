import { DomainError } from './domain-error.ts';

export const platformErrors = {
  unauthenticated: () => new DomainError('UNAUTHENTICATED'),
  forbidden: () => new DomainError('FORBIDDEN'),
  pageTooLarge: (max: number) => new DomainError('PAGE_TOO_LARGE', { max }, 'first'),
  cursorInvalid: () => new DomainError('CURSOR_INVALID', {}, 'after'),
  idInvalid: (field: string) => new DomainError('ID_INVALID', {}, field),
  textRequired: (field: string) => new DomainError('TEXT_REQUIRED', {}, field),
  tooManyItems: (field: string, max: number) => new DomainError('TOO_MANY_ITEMS', { max }, field),
  timeZoneUnknown: (field: string) => new DomainError('TIME_ZONE_UNKNOWN', {}, field),
  queryTooDeep: (max: number) => new DomainError('QUERY_TOO_DEEP', { max }),
  queryTooManyAliases: (max: number) => new DomainError('QUERY_TOO_MANY_ALIASES', { max }),
  queryTooLong: (max: number) => new DomainError('QUERY_TOO_LONG', { max }),
  queryTooCostly: (max: number) => new DomainError('QUERY_TOO_COSTLY', { max }),
  queryChangesTwice: () => new DomainError('QUERY_CHANGES_TWICE'),
  /** Somebody else has changed it since it was shown. */
  settingChangedMeanwhile: () => new DomainError('SETTING_CHANGED_MEANWHILE'),
  settingInvalid: (field: string) => new DomainError('SETTING_INVALID', {}, field),
  tooManyRequests: (seconds: number) => new DomainError('TOO_MANY_REQUESTS', { seconds }),
  /** The pages and the server are of different versions. */
  documentUnknown: () => new DomainError('DOCUMENT_UNKNOWN'),
  documentNotTrusted: () => new DomainError('DOCUMENT_NOT_TRUSTED'),
  textTooLong: (field: string, max: number) => new DomainError('TEXT_TOO_LONG', { max }, field),
};
