import type { AttributeNames } from '../sign-in/attribute-names.ts';
import type { MappedRole } from '../saml.config.ts';
import type { MetadataSource } from './metadata-source.ts';

/** What the company decides of an identity provider, by the environment or by the administration pages. */
export interface ProviderSettings {
  /** How far its clock and ours may be apart. */
  clockToleranceMs: number;
  attributes: AttributeNames;
  /** Groups that give each role, in lower case. */
  roleGroups: Record<MappedRole, string[]>;
  /** Groups of which somebody must have one to be let in, in lower case; empty: whoever is known there is let in. */
  admittedGroups: string[];
  /** Whether a sign-in may begin there without our having asked. */
  acceptsUnsolicited: boolean;
  /** Whether it tells people by the identifiers that the HR file tells them by; else somebody of the same identifier elsewhere is somebody else. */
  sharesIdentifiers: boolean;
}

/** An identity provider of the company, with what it says of itself. */
export interface Provider {
  /** Stays while it is known; stands in addresses and in a cookie. */
  id: string;
  /** For people who choose among several. */
  name: string;
  /** Whether people may sign in by it; one that is not may be tried by an administrator. */
  isEnabled: boolean;
  settings: ProviderSettings;
  source: Pick<MetadataSource, 'provider' | 'lookAgain'>;
}

/** Where exchanges find the one that a message says it comes from. */
export interface Providers {
  /** Null when there is none; throws SamlRefusal `unreachable` when it may be one that does not answer. */
  byIssuer(entityId: string): Promise<Provider | null>;
}
