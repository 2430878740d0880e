import { DomainError } from '@parvis/platform/server';

export const identityErrors = {
  /** Administration wants a recent confirmation of who one is: `/saml/confirm`. */
  confirmationNeeded: () => new DomainError('CONFIRMATION_NEEDED'),
  identityProviderNotFound: () => new DomainError('IDENTITY_PROVIDER_NOT_FOUND'),
  /** `fault`: a MetadataFaultCode. */
  metadataFaulty: (fault: string, field: string) => new DomainError('IDENTITY_PROVIDER_METADATA', { fault }, field),
  identityProviderConnected: (name: string) => new DomainError('IDENTITY_PROVIDER_CONNECTED', { name }),
  /** Those that the environment names are changed there. */
  identityProviderOfEnvironment: () => new DomainError('IDENTITY_PROVIDER_OF_ENVIRONMENT'),
  /** Somebody else took the step meanwhile: the keys are no longer those that were shown. */
  signingKeyChanged: () => new DomainError('SIGNING_KEY_CHANGED'),
  nameTypedDiffers: () => new DomainError('NAME_TYPED_DIFFERS', {}, 'typedName'),
  mailDomainInvalid: (domain: string) => new DomainError('MAIL_DOMAIN_INVALID', { domain }, 'mailDomains'),
  clockToleranceInvalid: (max: number) => new DomainError('CLOCK_TOLERANCE_INVALID', { max }, 'clockToleranceSeconds'),
};
