import { DomainError } from '@parvis/platform/server';

export const operationsErrors = {
  jobNotFound: () => new DomainError('JOB_NOT_FOUND'),
  /** It is not done by the clock: without what asks for it, there is nothing to do. */
  jobNotByClock: () => new DomainError('JOB_NOT_BY_CLOCK'),
  jobAlreadyDue: () => new DomainError('JOB_ALREADY_DUE'),
  nameDiffers: () => new DomainError('JOB_NAME_DIFFERS', {}, 'typedName'),
  nothingFailed: () => new DomainError('WORK_NOTHING_FAILED'),
};
