import type { IdentityProvider } from '../identity-provider/identity-provider.ts';
import type { Provider, Providers, ProviderSettings } from '../identity-provider/provider.ts';
import { defaultAttributeNames } from '../sign-in/attribute-names.ts';

export const usualSettings: ProviderSettings = {
  clockToleranceMs: 90_000,
  attributes: defaultAttributeNames,
  roleGroups: { executive: [], hr: [], it: [], moderator: [], 'works-council': [], auditor: [] },
  admittedGroups: [],
  acceptsUnsolicited: false,
  sharesIdentifiers: true,
};

/** The one identity provider of a test of the protocol. */
export function oneProvider(source: Provider['source'], parts: Partial<Provider> = {}): Provider & Providers {
  const provider: Provider = { id: 'one', name: 'The company', isEnabled: true, settings: usualSettings, source, ...parts };
  return { ...provider, byIssuer: async (entityId) => ((await source.provider()).entityId === entityId ? provider : null) };
}

export const reading = (read: () => IdentityProvider): Provider['source'] => ({ provider: async () => read(), lookAgain: async () => null });
