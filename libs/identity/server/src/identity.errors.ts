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
  personNotFound: () => new DomainError('PERSON_NOT_FOUND'),
  /** Nobody does this to themselves. */
  notToOneself: () => new DomainError('ADMINISTRATION_OWN'),
  /** A system of the company tells who works here. */
  departureDecidedElsewhere: () => new DomainError('DEPARTURE_DECIDED_ELSEWHERE'),
  personHasLeft: () => new DomainError('PERSON_HAS_LEFT'),
  /** Nobody would be left who administers the whole company. */
  lastAdministrator: () => new DomainError('LAST_ADMINISTRATOR'),
  roleNotGrantable: () => new DomainError('ROLE_NOT_GRANTABLE', {}, 'role'),
  roleKnowsNoScope: () => new DomainError('ROLE_KNOWS_NO_SCOPE', {}, 'departments'),
  /** Further than the viewer administers, or a role that they do not have. */
  roleBeyondReach: (field: 'role' | 'departments') => new DomainError('ROLE_BEYOND_REACH', {}, field),
  roleHeld: () => new DomainError('ROLE_HELD', {}, 'role'),
  roleApart: (held: string) => new DomainError('ROLE_APART', { held }, 'role'),
  departmentUnknown: (department: string) => new DomainError('DEPARTMENT_UNKNOWN', { department }, 'departments'),
  grantEndInvalid: (years: number) => new DomainError('GRANT_END_INVALID', { years }, 'until'),
  legacyNotFound: () => new DomainError('LEGACY_NOT_FOUND'),
  grantNotFound: () => new DomainError('ROLE_GRANT_NOT_FOUND'),
  /** The second person is another one. */
  grantNeedsAnother: () => new DomainError('ROLE_GRANT_NEEDS_ANOTHER'),
  nameTypedDiffers: () => new DomainError('NAME_TYPED_DIFFERS', {}, 'typedName'),
  mailDomainInvalid: (domain: string) => new DomainError('MAIL_DOMAIN_INVALID', { domain }, 'mailDomains'),
  clockToleranceInvalid: (max: number) => new DomainError('CLOCK_TOLERANCE_INVALID', { max }, 'clockToleranceSeconds'),
};
