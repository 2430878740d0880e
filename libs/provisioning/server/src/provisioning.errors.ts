import { DomainError } from '@parvis/platform/server';

export const provisioningErrors = {
  /** One more would be live than rotation needs. */
  tooManyTokens: (max: number) => new DomainError('SCIM_TOO_MANY_TOKENS', { max }),
  tokenNotFound: () => new DomainError('SCIM_TOKEN_NOT_FOUND'),
  expiryInvalid: (days: number) => new DomainError('SCIM_EXPIRY_INVALID', { days }, 'days'),
  groupNotFound: () => new DomainError('SCIM_GROUP_NOT_FOUND'),
  /** Removed meanwhile, or named by the environment. */
  providerNotFound: () => new DomainError('SIGN_IN_PROVIDER_NOT_FOUND'),
  /** Only an open community takes people in by a group: who is in another one is its animators' to say. */
  communityNotOpen: () => new DomainError('SCIM_COMMUNITY_NOT_OPEN', {}, 'communityId'),
  /** Decided by somebody else meanwhile, or never there. */
  doubtNotFound: () => new DomainError('MATCH_NOT_FOUND'),
  /** Nobody decides about themselves. */
  doubtAboutOneself: () => new DomainError('MATCH_OWN'),
  /** The directory has an account for each: it has to be mended there. */
  twoAccounts: () => new DomainError('MATCH_TWO_ACCOUNTS'),
};
