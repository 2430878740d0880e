import type { ChangeIdentityProviderInput, Role, SignInField } from '@parvis/platform/web';

import type { IdentityProviderFormFragment } from './IdentityProviderForm.generated.ts';

/** The form of an identity provider, as it is typed. */
export interface ProviderDraft {
  name: string;
  isEnabled: boolean;
  people: 'shared' | 'own';
  mailDomains: string[];
  acceptsUnsolicited: boolean;
  clockToleranceSeconds: string;
  /** A group on each line: distinguished names are full of commas. */
  admittedGroups: string;
  roleGroups: { role: Role; groups: string }[];
  /** Parted by spaces; empty: the usual ones. */
  attributes: { field: SignInField; names: string; usual: string }[];
}

export function draftOf(provider: IdentityProviderFormFragment): ProviderDraft {
  return {
    name: provider.name,
    isEnabled: provider.isEnabled,
    people: provider.sharesIdentifiers ? 'shared' : 'own',
    mailDomains: [...provider.mailDomains],
    acceptsUnsolicited: provider.acceptsUnsolicited,
    clockToleranceSeconds: String(provider.clockToleranceSeconds),
    admittedGroups: provider.admittedGroups.join('\n'),
    roleGroups: provider.roleGroups.map(({ role, groups }) => ({ role, groups: groups.join('\n') })),
    attributes: provider.attributes.map(({ field, names, areUsual }) => ({ field, names: areUsual ? '' : names.join(' '), usual: areUsual ? names.join(' ') : '' })),
  };
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** What to send; null when the tolerance is no whole number. */
export function inputOf(id: string, draft: ProviderDraft): ChangeIdentityProviderInput | null {
  if (!/^\d+$/.test(draft.clockToleranceSeconds.trim())) return null;
  return {
    id,
    name: draft.name,
    isEnabled: draft.isEnabled,
    sharesIdentifiers: draft.people === 'shared',
    mailDomains: draft.mailDomains,
    acceptsUnsolicited: draft.acceptsUnsolicited,
    clockToleranceSeconds: Number(draft.clockToleranceSeconds),
    admittedGroups: lines(draft.admittedGroups),
    roleGroups: draft.roleGroups.map(({ role, groups }) => ({ role, groups: lines(groups) })),
    attributes: draft.attributes.map(({ field, names }) => ({ field, names: words(names) })),
  };
}
