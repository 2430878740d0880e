import { DomainError, platformErrors } from '@parvis/platform/server';

export const conversationErrors = {
  richTextNotAllowed: (field: string) => new DomainError('RICH_TEXT_NOT_ALLOWED', {}, field),
  textRequired: platformErrors.textRequired,
  textTooLong: platformErrors.textTooLong,
  tooManyItems: platformErrors.tooManyItems,
  /** Missing and out of sight are answered alike. */
  subjectNotFound: () => new DomainError('SUBJECT_NOT_FOUND'),
  subjectClosed: () => new DomainError('SUBJECT_CLOSED'),
  commentNotFound: (field?: string) => new DomainError('COMMENT_NOT_FOUND', {}, field),
  commentNotYours: () => new DomainError('COMMENT_NOT_YOURS'),
  /** A reply, or a comment under something that asks for no answers. */
  notAnAnswer: () => new DomainError('COMMENT_NOT_AN_ANSWER'),
  /** A reply, a question to oneself, or one under something that takes none. */
  questionNotHere: () => new DomainError('QUESTION_NOT_HERE', {}, 'asksAuthors'),
  answerYours: () => new DomainError('ANSWER_YOURS'),
  draftSubjectInvalid: () => new DomainError('DRAFT_SUBJECT_INVALID', {}, 'subject'),
  draftInvalid: (field: string) => new DomainError('DRAFT_INVALID', {}, field),
  draftTooLarge: (maxKb: number) => new DomainError('DRAFT_TOO_LARGE', { maxKb }),
  draftsTooMany: (max: number) => new DomainError('DRAFTS_TOO_MANY', { max }),
  /** Another device has saved it since the versions that were named. */
  draftChanged: () => new DomainError('DRAFT_CHANGED'),
  answerNotYoursToAccept: () => new DomainError('ANSWER_NOT_YOURS_TO_ACCEPT'),
};
