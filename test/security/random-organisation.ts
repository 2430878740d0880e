import fc from 'fast-check';

/** A small company as plain facts: what the oracle judges and what the database is filled with. People, communities and posts are numbered. */
export interface RandomOrganisation {
  people: { executive: boolean }[];
  communities: { visibility: 'open' | 'closed' | 'secret'; members: number[]; invited: number[]; archived: boolean }[];
  follows: { follower: number; followee: number }[];
  /** `over`: its time has passed. `decider` may be the person themselves, who turned out to be one with the second person. */
  glasses: { person: number; decider: number | null; community: number; state: 'asked' | 'approved' | 'refused' | 'ended'; over: boolean }[];
  posts: { author: number; community: number | null; tag: string | null; deleted: boolean }[];
  tagFollows: { person: number; tag: string }[];
  mutes: ({ person: number; ended: boolean } & ({ muted: number } | { community: number } | { tag: string }))[];
  /** A reply hangs on the first comment before it under the same post that is none, when there is one. */
  comments: { author: number; post: number; deleted: boolean; reply: boolean }[];
}

const peopleCount = 6;
const communityCount = 5;
const postCount = 14;

const tags = ['velo', 'ville'];

const person = fc.nat({ max: peopleCount - 1 });
const community = fc.nat({ max: communityCount - 1 });
const tag = fc.constantFrom(...tags);
const ended = fc.constantFrom(false, false, true);

export const randomOrganisation: fc.Arbitrary<RandomOrganisation> = fc.record({
  people: fc.array(fc.record({ executive: fc.boolean() }), { minLength: peopleCount, maxLength: peopleCount }),
  communities: fc.array(
    fc
      .record({
        visibility: fc.constantFrom('open' as const, 'closed' as const, 'secret' as const),
        members: fc.uniqueArray(person, { maxLength: peopleCount - 1 }),
        invited: fc.uniqueArray(person, { maxLength: 2 }),
        archived: fc.constantFrom(false, false, false, true),
      })
      // Whoever is in is not asked in.
      .map((community) => ({ ...community, invited: community.invited.filter((guest) => !community.members.includes(guest)) })),
    { minLength: communityCount, maxLength: communityCount },
  ),
  follows: fc.uniqueArray(
    fc.record({ follower: person, followee: person }).filter(({ follower, followee }) => follower !== followee),
    { maxLength: 10, selector: ({ follower, followee }) => `${follower} ${followee}` },
  ),
  glasses: fc.array(
    fc.record({ person, decider: fc.option(person, { freq: 6 }), community, state: fc.constantFrom('asked' as const, 'approved' as const, 'approved' as const, 'approved' as const, 'refused' as const, 'ended' as const), over: ended }),
    { maxLength: 8 },
  ),
  posts: fc.array(
    fc.record({ author: person, community: fc.option(community, { freq: 6 }), tag: fc.option(tag, { freq: 2 }), deleted: fc.constantFrom(false, false, false, true) }),
    { minLength: postCount, maxLength: postCount },
  ),
  tagFollows: fc.uniqueArray(fc.record({ person, tag }), { maxLength: 5, selector: (follow) => `${follow.person} ${follow.tag}` }),
  mutes: fc.uniqueArray(
    fc.oneof(
      fc.record({ person, muted: person, ended }).filter(({ person: muter, muted }) => muter !== muted),
      fc.record({ person, community, ended }),
      fc.record({ person, tag, ended }),
    ),
    { maxLength: 5, selector: ({ ended: _ended, ...mute }) => JSON.stringify(mute) },
  ),
  comments: fc.array(fc.record({ author: person, post: fc.nat({ max: postCount - 1 }), deleted: fc.boolean(), reply: fc.boolean() }), { minLength: 10, maxLength: 20 }),
});
