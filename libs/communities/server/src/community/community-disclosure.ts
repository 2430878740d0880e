import type { CommunityVisibility } from './community.entity.ts';

/** What becomes known to people who did not know it: nothing, that the community exists, or all that is in it. */
export type Disclosure = 'nothing' | 'existence' | 'contents';

const openness = { secret: 0, closed: 1, open: 2 } as const satisfies Record<CommunityVisibility, number>;

/** What is disclosed when something kept as `from` is kept as `into` from now on. */
export function disclosureOf(from: CommunityVisibility, into: CommunityVisibility): Disclosure {
  if (openness[into] <= openness[from]) return 'nothing';
  return into === 'open' ? 'contents' : 'existence';
}
