import { organisation } from '../organisation.ts';
import type {
  CommentRecord, CommunityRecord, FollowRecord, MembershipRecord, OrganisationPlan, PersonRecord, PostRecord, ReactionRecord,
} from '../records.ts';

/** A generated company held in memory, in the order of its records: for tests, not for benchmarks. */
export interface Company {
  plan: OrganisationPlan;
  people: PersonRecord[];
  communities: CommunityRecord[];
  memberships: MembershipRecord[];
  follows: FollowRecord[];
  posts: PostRecord[];
  comments: CommentRecord[];
  reactions: ReactionRecord[];
  /** Types in the order in which they first came. */
  order: string[];
}

export function readCompany(plan: OrganisationPlan): Company {
  const company: Company = { plan, people: [], communities: [], memberships: [], follows: [], posts: [], comments: [], reactions: [], order: [] };
  const seen = new Set<string>();
  for (const record of organisation(plan)) {
    if (!seen.has(record.type)) company.order.push(record.type);
    seen.add(record.type);
    switch (record.type) {
      case 'person': company.people.push(record); break;
      case 'community': company.communities.push(record); break;
      case 'membership': company.memberships.push(record); break;
      case 'follow': company.follows.push(record); break;
      case 'post': company.posts.push(record); break;
      case 'comment': company.comments.push(record); break;
      case 'reaction': company.reactions.push(record); break;
    }
  }
  return company;
}
