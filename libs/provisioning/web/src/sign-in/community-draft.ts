import type { SignInCommunityInput } from '@parvis/platform/web';

import type { SignInCommunityLineFragment } from './SignInCommunities.generated.ts';

/** A community and its groups, as they are typed. */
export interface CommunityDraft {
  id: string;
  name: string;
  /** Whether it takes people in by groups; one that was closed or is gone may stay in the list. */
  isOpen: boolean;
  /** A group on each line: distinguished names are full of commas. */
  groups: string;
}

export function draftsOf(lines: readonly SignInCommunityLineFragment[]): CommunityDraft[] {
  return lines.map(({ key, groups, community }) => ({
    id: key,
    name: community?.name ?? key,
    isOpen: community?.visibility === 'OPEN' && community.archivedAt === null,
    groups: groups.join('\n'),
  }));
}

/** What to send: a community without a group is left out. */
export function inputOf(drafts: readonly CommunityDraft[]): SignInCommunityInput[] {
  return drafts
    .map(({ id, groups }) => ({ communityId: id, groups: groups.split('\n').map((line) => line.trim()).filter(Boolean) }))
    .filter(({ groups }) => groups.length > 0);
}
