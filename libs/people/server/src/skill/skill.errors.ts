import { DomainError } from '@parvis/platform/server';

export const skillErrors = {
  notFound: (field = 'skills') => new DomainError('SKILL_NOT_FOUND', {}, field),
  /** Somebody has decided what these words mean. */
  wordsTaken: () => new DomainError('SKILL_WORDS_TAKEN', {}, 'words'),
  mappingNotFound: () => new DomainError('SKILL_MAPPING_NOT_FOUND'),
  endorsementSelf: () => new DomainError('ENDORSEMENT_SELF', {}, 'personId'),
  /** Missing and somebody else's are answered alike. */
  endorsementNotFound: () => new DomainError('ENDORSEMENT_NOT_FOUND'),
  endorsedAlready: () => new DomainError('ENDORSED_ALREADY', {}, 'words'),
  /** Missing and out of sight are answered alike. */
  thingNotFound: () => new DomainError('ENDORSED_THING_NOT_FOUND', {}, 'thing'),
  thingOfAnother: () => new DomainError('ENDORSED_THING_OF_ANOTHER', {}, 'thing'),
  /** Two words of one skill. */
  twice: (one: string, other: string) => new DomainError('SKILL_TWICE', { one, other }, 'skills'),
};
