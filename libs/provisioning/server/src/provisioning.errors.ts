import { DomainError } from '@parvis/platform/server';

export const provisioningErrors = {
  /** One more would be live than rotation needs. */
  tooManyTokens: (max: number) => new DomainError('SCIM_TOO_MANY_TOKENS', { max }),
  tokenNotFound: () => new DomainError('SCIM_TOKEN_NOT_FOUND'),
  expiryInvalid: (days: number) => new DomainError('SCIM_EXPIRY_INVALID', { days }, 'days'),
};
