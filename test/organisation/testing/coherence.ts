import type { MembershipRecord, PersonRecord } from '../records.ts';
import type { Company } from './company.ts';

/** Every fact that contradicts another one, in words; none for a coherent company. */
export function contradictions(company: Company): string[] {
  const index = indexOf(company);
  return [peopleFaults, membershipFaults, followFaults, postFaults, replyFaults].flatMap((faultsOf) => faultsOf(company, index));
}

interface Index {
  people: Map<string, PersonRecord>;
  visibility: Map<string, string>;
  createdAt: Map<string, string>;
  membership: Map<string, MembershipRecord>;
}

const memberKey = (community: string, person: string): string => `${community} ${person}`;

function indexOf({ people, communities, memberships }: Company): Index {
  return {
    people: new Map(people.map((person) => [person.identifier, person])),
    visibility: new Map(communities.map(({ id, visibility }) => [id, visibility])),
    createdAt: new Map(communities.map(({ id, createdAt }) => [id, createdAt])),
    membership: new Map(memberships.map((membership) => [memberKey(membership.community, membership.person), membership])),
  };
}

/** Levels from the chief executive down, by identifier. */
export function levelsOf(people: readonly PersonRecord[]): Map<string, number> {
  const levels = new Map<string, number>();
  // Managers come first, so that their level is known.
  for (const { identifier, managerIdentifier } of people) levels.set(identifier, managerIdentifier === null ? 1 : (levels.get(managerIdentifier) ?? Number.NaN) + 1);
  return levels;
}

function peopleFaults({ people }: Company, index: Index): string[] {
  const faults: string[] = [];
  const levels = levelsOf(people);
  if (index.people.size !== people.length) faults.push('identifiers are not unique');
  if (new Set(people.map(({ mail }) => mail)).size !== people.length) faults.push('mails are not unique');
  if (people.filter(({ managerIdentifier }) => managerIdentifier === null).length !== 1) faults.push('there is not one chief executive');
  for (const person of people) {
    const level = levels.get(person.identifier) ?? Number.NaN;
    if (Number.isNaN(level)) faults.push(`${person.identifier} comes before his manager`);
    const manager = person.managerIdentifier && index.people.get(person.managerIdentifier);
    if (level > 2 && manager && manager.department !== person.department) faults.push(`${person.identifier} reports to another department`);
    if (person.groups.includes('executives') !== level <= 2) faults.push(`${person.identifier} is wrongly in or out of executives`);
    if (person.groups.includes('hr') !== (person.department === 'Human Resources')) faults.push(`${person.identifier} is wrongly in or out of hr`);
    if (person.groups.includes('it') && person.department !== 'Information Technology') faults.push(`${person.identifier} is in it`);
  }
  return faults;
}

function membershipFaults({ communities, memberships }: Company, index: Index): string[] {
  const faults: string[] = [];
  if (index.createdAt.size !== communities.length) faults.push('community identifiers are not unique');
  if (index.membership.size !== memberships.length) faults.push('somebody joined a community twice');
  for (const { community, person, joinedAt } of memberships) {
    if (joinedAt < (index.createdAt.get(community) ?? '9')) faults.push(`${person} joined ${community} before it was made`);
    if (joinedAt.slice(0, 10) < (index.people.get(person)?.hiredOn ?? '9')) faults.push(`${person} joined ${community} before being hired`);
  }
  const animated = new Set(memberships.filter(({ role }) => role === 'animator').map(({ community }) => community));
  for (const { id } of communities) if (!animated.has(id)) faults.push(`${id} has no animator`);
  return faults;
}

function followFaults({ follows }: Company, index: Index): string[] {
  const faults: string[] = [];
  if (new Set(follows.map(({ follower, followee }) => `${follower} ${followee}`)).size !== follows.length) faults.push('somebody follows twice');
  for (const { follower, followee } of follows) {
    if (follower === followee) faults.push(`${follower} follows himself`);
    if (!index.people.has(follower) || !index.people.has(followee)) faults.push(`${follower} follows nobody known`);
  }
  return faults;
}

/** Why this person may not have written there then, or null. */
function whyNot(index: Index, person: string, community: string | null, at: string, mustBelong: boolean): string | null {
  const hiredOn = index.people.get(person)?.hiredOn;
  if (!hiredOn || at.slice(0, 10) < hiredOn) return 'was not hired';
  if (community === null) return null;
  const membership = index.membership.get(memberKey(community, person));
  if (membership) return membership.joinedAt <= at || (!mustBelong && index.visibility.get(community) === 'open') ? null : 'had not joined';
  return !mustBelong && index.visibility.get(community) === 'open' ? null : 'may not see it';
}

function postFaults({ posts, plan }: Company, index: Index): string[] {
  const faults: string[] = [];
  let previous = '';
  for (const { id, author, community, createdAt, kind, title, body, tags } of posts) {
    const reason = whyNot(index, author, community, createdAt, true);
    if (reason) faults.push(`${id}: ${author} ${reason}`);
    if (community !== null && createdAt < (index.createdAt.get(community) ?? '9')) faults.push(`${id} is older than ${community}`);
    if (createdAt < previous || createdAt >= plan.endsAt) faults.push(`${id} is not in the order of time`);
    if ((kind === 'question') !== (title !== null)) faults.push(`${id} has a title it should not have, or none`);
    for (const [, tag = ''] of body.matchAll(/#([\p{L}\p{N}]+)/gu)) if (!tags.includes(tag)) faults.push(`${id} shows #${tag} without the tag`);
    faults.push(...mentionFaults(index, id, body, community));
    previous = createdAt;
  }
  return faults;
}

function mentionFaults(index: Index, id: string, body: string, community: string | null): string[] {
  return [...body.matchAll(/@\{([^}]+)\}/g)].flatMap(([, person = '']) => {
    const reason = whyNot(index, person, community, '9999', false);
    return reason ? [`${id} mentions ${person}, who ${reason}`] : [];
  });
}

function replyFaults({ posts, comments, reactions, plan }: Company, index: Index): string[] {
  const faults: string[] = [];
  const targets = new Map<string, { author: string; createdAt: string; community: string | null; kind: string }>(posts.map((post) => [post.id, post]));
  const accepted = new Set<string>();
  for (const { id, post, author, createdAt, accepted: isAccepted, body } of comments) {
    const target = targets.get(post);
    const reason = target ? whyNot(index, author, target.community, createdAt, false) : 'answers nothing';
    if (reason) faults.push(`${id}: ${author} ${reason}`);
    if (!target || createdAt <= target.createdAt || createdAt >= plan.endsAt) faults.push(`${id} is not after its post`);
    if (isAccepted && (target?.kind !== 'question' || target.author === author || accepted.has(post))) faults.push(`${id} is wrongly accepted`);
    if (isAccepted) accepted.add(post);
    if (target) targets.set(id, { author, createdAt, community: target.community, kind: 'comment' });
    faults.push(...mentionFaults(index, id, body, target?.community ?? null));
  }
  const given = new Set<string>();
  for (const { target: id, person, createdAt } of reactions) {
    const target = targets.get(id);
    const reason = target ? whyNot(index, person, target.community, createdAt, false) : 'reacts to nothing';
    if (reason) faults.push(`reaction to ${id}: ${person} ${reason}`);
    if (target?.author === person) faults.push(`${person} reacts to himself`);
    if (!target || createdAt <= target.createdAt || createdAt >= plan.endsAt) faults.push(`a reaction to ${id} is not after it`);
    if (given.has(`${id} ${person}`)) faults.push(`${person} reacted twice to ${id}`);
    given.add(`${id} ${person}`);
  }
  return faults;
}
