import type { OrganisationPlan } from '../records.ts';
import { typeset } from '../typography.ts';
import { hourMs, workingMoment } from '../calendar.ts';
import { worldOf } from '../world.ts';
import { noticesOf, type Happening, type NoticeRecord } from './notices.ts';
import { SceneCast } from './scene-cast.ts';
import { scenePostId, sceneRecords } from './scene-records.ts';
import { delegations, expertRequests, invitations, joinRequests, savedScenes } from './waiting.ts';

export interface JoinRequestRecord {
  community: string;
  person: string;
  requestedAt: string;
}

export interface InvitationRecord {
  community: string;
  person: string;
  inviter: string;
  word: string;
  invitedAt: string;
}

/** What familiar faces find when they come in, and nobody brings over from another network: people by identifier, posts and communities by theirs in the records. */
export interface Waiting {
  joinRequests: JoinRequestRecord[];
  invitations: InvitationRecord[];
  delegations: { executive: string; delegate: string; since: string }[];
  expertRequests: { question: string; person: string; offeredAt: string }[];
  savedPosts: { person: string; post: string }[];
  notices: NoticeRecord[];
}

export function waitingRecords(plan: OrganisationPlan): Waiting {
  const world = worldOf(plan);
  const cast = new SceneCast(world);
  const at = (daysBefore: number): string => new Date(workingMoment(world.period.endMs, daysBefore, 10)).toISOString();
  const placed = <Line extends { in: string }>(lines: readonly Line[]): (Line & { number: number; community: string })[] =>
    lines.flatMap((line) => {
      const number = cast.communityNamed(line.in);
      return number === null ? [] : [{ ...line, number, community: world.communities[number]!.id }];
    });
  const requests = placed(joinRequests).map(({ person, number, community, daysBefore }) => {
    const asks = typeof person === 'string' ? person : cast.outsidersOf(number)[person - 1];
    if (!asks) throw new Error(`Nobody is outside of ${community} to ask to come in.`);
    return { number, record: { community, person: asks, requestedAt: at(daysBefore) } };
  });
  const asked = requests.flatMap(({ number, record: { community, person, requestedAt } }): Happening[] =>
    world.memberships.animators(number).map((animator) => ({
      recipient: world.people.identifiers[animator]!, kind: 'join-request', subject: { type: 'join-requests', id: community }, actor: person, at: requestedAt,
    })));
  const invited = placed(invitations).map(({ person, number, community, by, language, word, daysBefore }) => ({
    community, person, inviter: cast.identifierOf(by, { community: number, daysBefore }, language), word: typeset(word, language), invitedAt: at(daysBefore),
  }));
  const told = invited.map(({ person, inviter, community, invitedAt }): Happening => ({
    recipient: person, kind: 'invitation', subject: { type: 'invitation', id: community }, actor: inviter, at: invitedAt,
  }));
  return {
    joinRequests: requests.map(({ record }) => record),
    invitations: invited,
    delegations: delegations.map(({ executive, delegate, daysBefore }) => ({ executive, delegate, since: at(daysBefore) })),
    expertRequests: placed(expertRequests).map(({ scene, person, number }) => ({
      question: scenePostId(scene), person: cast.identifierOf(person, { community: number, daysBefore: 2 }, 'en'), offeredAt: new Date(world.period.endMs - 2 * hourMs).toISOString(),
    })),
    savedPosts: savedScenes.map(({ person, scene }) => ({ person, post: scenePostId(scene) })),
    notices: noticesOf(sceneRecords(plan), [...asked, ...told], plan.endsAt),
  };
}
