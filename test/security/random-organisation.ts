import fc from 'fast-check';

/** A small company as plain facts: what the oracle judges and what the database is filled with. People, communities and posts are numbered. */
export interface RandomOrganisation {
  people: { executive: boolean }[];
  communities: { visibility: 'open' | 'closed' | 'secret'; members: number[] }[];
  follows: { follower: number; followee: number }[];
  posts: { author: number; community: number | null; deleted: boolean }[];
  comments: { author: number; post: number; deleted: boolean }[];
}

const peopleCount = 6;
const communityCount = 5;
const postCount = 14;

const person = fc.nat({ max: peopleCount - 1 });

export const randomOrganisation: fc.Arbitrary<RandomOrganisation> = fc.record({
  people: fc.array(fc.record({ executive: fc.boolean() }), { minLength: peopleCount, maxLength: peopleCount }),
  communities: fc.array(
    fc.record({ visibility: fc.constantFrom('open' as const, 'closed' as const, 'secret' as const), members: fc.uniqueArray(person, { maxLength: peopleCount - 1 }) }),
    { minLength: communityCount, maxLength: communityCount },
  ),
  follows: fc.uniqueArray(
    fc.record({ follower: person, followee: person }).filter(({ follower, followee }) => follower !== followee),
    { maxLength: 10, selector: ({ follower, followee }) => `${follower} ${followee}` },
  ),
  posts: fc.array(
    fc.record({ author: person, community: fc.option(fc.nat({ max: communityCount - 1 }), { freq: 6 }), deleted: fc.constantFrom(false, false, false, true) }),
    { minLength: postCount, maxLength: postCount },
  ),
  comments: fc.array(fc.record({ author: person, post: fc.nat({ max: postCount - 1 }), deleted: fc.boolean() }), { minLength: 10, maxLength: 20 }),
});
