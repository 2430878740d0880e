import { DomainError } from '@parvis/platform/server';

export const expertsErrors = {
  skillNotFound: () => new DomainError('SKILL_NOT_FOUND', {}, 'topics'),
  /** Empty words alone: no question could be told from another by them. */
  topicTooVague: (words: string) => new DomainError('EXPERT_TOPIC_TOO_VAGUE', { words }, 'topics'),
};
