import { DomainError, platformErrors } from '@parvis/platform/server';

export const mediaErrors = {
  tooManyItems: platformErrors.tooManyItems,
  forbidden: platformErrors.forbidden,
  /** Missing, deleted and out of sight are answered alike. */
  fileNotFound: () => new DomainError('FILE_NOT_FOUND'),
  imageRequired: () => new DomainError('IMAGE_REQUIRED'),
  fileMissing: () => new DomainError('FILE_MISSING'),
  fileEmpty: () => new DomainError('FILE_EMPTY'),
  fileTooLarge: (maxMb: number) => new DomainError('FILE_TOO_LARGE', { maxMb }),
  fileIncomplete: () => new DomainError('FILE_INCOMPLETE'),
  fileTypeNotAllowed: () => new DomainError('FILE_TYPE_NOT_ALLOWED'),
  fileTypeMismatch: (extension: string) => new DomainError('FILE_TYPE_MISMATCH', { extension }),
  fileHasMacros: () => new DomainError('FILE_HAS_MACROS'),
  fileUnreadable: () => new DomainError('FILE_UNREADABLE'),
  fileExpandsTooMuch: () => new DomainError('FILE_EXPANDS_TOO_MUCH'),
  imageTooManyPixels: (maxMegapixels: number) => new DomainError('IMAGE_TOO_MANY_PIXELS', { maxMegapixels }),
  fileInfected: () => new DomainError('FILE_INFECTED'),
  scannerUnreachable: () => new DomainError('FILE_SCANNER_UNREACHABLE'),
  tooManyWaiting: (max: number) => new DomainError('FILES_TOO_MANY_WAITING', { max }),
  linkPreviewNotFound: () => new DomainError('LINK_PREVIEW_NOT_FOUND'),
  paceExceeded: (seconds: number) => new DomainError('PACE_EXCEEDED', { seconds }),
};
