import { DomainError } from '@parvis/platform/server';

export const operationsErrors = {
  jobNotFound: () => new DomainError('JOB_NOT_FOUND'),
  /** It is not done by the clock: without what asks for it, there is nothing to do. */
  jobNotByClock: () => new DomainError('JOB_NOT_BY_CLOCK'),
  jobAlreadyDue: () => new DomainError('JOB_ALREADY_DUE'),
  nameDiffers: () => new DomainError('JOB_NAME_DIFFERS', {}, 'typedName'),
  mailHostInvalid: () => new DomainError('MAIL_HOST_INVALID', {}, 'host'),
  mailPortInvalid: () => new DomainError('MAIL_PORT_INVALID', {}, 'port'),
  mailAddressInvalid: () => new DomainError('MAIL_ADDRESS_INVALID', {}, 'fromAddress'),
  /** None is kept, or it was typed for another server. */
  mailPasswordNeeded: () => new DomainError('MAIL_PASSWORD_NEEDED', {}, 'password'),
  mailNotSet: () => new DomainError('MAIL_NOT_SET'),
  mailNoAddress: () => new DomainError('MAIL_NO_ADDRESS'),
  retentionTermNotFound: () => new DomainError('RETENTION_TERM_NOT_FOUND'),
  retentionDaysInvalid: (least: number, most: number) => new DomainError('RETENTION_DAYS_INVALID', { least, most }, 'days'),
  retentionNameDiffers: () => new DomainError('RETENTION_NAME_DIFFERS', {}, 'typedName'),
  nothingFailed: () => new DomainError('WORK_NOTHING_FAILED'),
};
