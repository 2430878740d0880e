import { DomainError, platformErrors } from '@parvis/platform/server';

export const conversationErrors = {
  richTextNotAllowed: (field: string) => new DomainError('RICH_TEXT_NOT_ALLOWED', {}, field),
  textRequired: platformErrors.textRequired,
  textTooLong: platformErrors.textTooLong,
  /** Missing and out of sight are answered alike. */
  subjectNotFound: () => new DomainError('SUBJECT_NOT_FOUND'),
  subjectClosed: () => new DomainError('SUBJECT_CLOSED'),
  commentNotFound: () => new DomainError('COMMENT_NOT_FOUND'),
  commentNotYours: () => new DomainError('COMMENT_NOT_YOURS'),
};
