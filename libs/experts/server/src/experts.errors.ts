import { DomainError } from '@parvis/platform/server';

export const expertsErrors = {
  /** Missing, out of sight and no longer offered are answered alike. */
  handoverNotFound: () => new DomainError('HANDOVER_NOT_FOUND'),
  skillNotFound: () => new DomainError('SKILL_NOT_FOUND', {}, 'topics'),
  /** Empty words alone: no question could be told from another by them. */
  topicTooVague: (words: string) => new DomainError('EXPERT_TOPIC_TOO_VAGUE', { words }, 'topics'),
  /** Missing, out of sight and no question are answered alike. */
  questionNotFound: () => new DomainError('EXPERT_QUESTION_NOT_FOUND'),
  questionNotYours: () => new DomainError('EXPERT_QUESTION_NOT_YOURS'),
  /** Answered, closed, or three people were asked. */
  askingOver: () => new DomainError('EXPERT_ASKING_OVER'),
};
