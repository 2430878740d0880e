import { DomainError } from '@parvis/platform/server';

export const leadershipErrors = {
  /** Missing and out of sight are answered alike. */
  sessionNotFound: () => new DomainError('AMA_SESSION_NOT_FOUND'),
  onlyExecutives: () => new DomainError('AMA_ONLY_EXECUTIVES'),
  notHost: () => new DomainError('AMA_NOT_HOST'),
  /** The order: questions open, the session starts, it ends, and that is still to come. */
  timesInvalid: (field: string) => new DomainError('AMA_TIMES_INVALID', {}, field),
  cohostInvalid: () => new DomainError('AMA_COHOST_INVALID', {}, 'cohostIds'),
  /** Over or called off. */
  sessionClosed: () => new DomainError('AMA_SESSION_CLOSED'),
  /** Not open for questions, not yet or not any more. */
  notTakingQuestions: () => new DomainError('AMA_NOT_TAKING_QUESTIONS'),
  notTakingAnswers: () => new DomainError('AMA_NOT_TAKING_ANSWERS'),
  questionNotFound: () => new DomainError('AMA_QUESTION_NOT_FOUND'),
  questionNotYours: () => new DomainError('AMA_QUESTION_NOT_YOURS'),
  questionAnswered: () => new DomainError('AMA_QUESTION_ANSWERED'),
  ownQuestion: () => new DomainError('AMA_OWN_QUESTION'),
  answerNotFound: () => new DomainError('AMA_ANSWER_NOT_FOUND'),
  answerNotYours: () => new DomainError('AMA_ANSWER_NOT_YOURS'),
  briefingPostNotFound: () => new DomainError('BRIEFING_POST_NOT_FOUND'),
};
