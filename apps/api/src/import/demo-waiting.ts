import { importInvitations, importJoinRequests } from '@parvis/communities/server';
import { importExpertRequests } from '@parvis/experts/server';
import { importSavedPosts } from '@parvis/feed/server';
import { importNotifications } from '@parvis/notifications/server';
import { waitingRecords, type NoticeRecord, type OrganisationPlan } from '@parvis/organisation';
import { importDelegations } from '@parvis/people/server';
import { dayMs, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { endorsementNotices } from './demo-endorsements.ts';

/** What waits for the people whom one can sign in as: nobody brings it over from another network. */
export async function writeWaiting(manager: EntityManager, plan: OrganisationPlan): Promise<ImportOutcome[]> {
  const { joinRequests, invitations, delegations, expertRequests, savedPosts, notices } = waitingRecords(plan);
  const told = [...notices.map(notificationOf), ...(await endorsementNotices(manager, new Date(plan.endsAt)))].sort((one, other) => one.lastAt.getTime() - other.lastAt.getTime());
  return [
    await importDelegations(manager, delegations.map(({ since, ...told }, line) => ({ line, ...told, since: new Date(since) }))),
    await importJoinRequests(manager, joinRequests.map(({ requestedAt, ...told }, line) => ({ line, ...told, requestedAt: new Date(requestedAt) }))),
    await importInvitations(manager, invitations.map(({ invitedAt, ...told }, line) => ({ line, ...told, invitedAt: new Date(invitedAt) }))),
    await importExpertRequests(manager, expertRequests.map(({ offeredAt, ...told }, line) => ({ line, ...told, offeredAt: new Date(offeredAt), untilAt: new Date(Date.parse(plan.endsAt) + 2 * dayMs) }))),
    await importSavedPosts(manager, savedPosts.map((told, line) => ({ line, ...told }))),
    await importNotifications(manager, told.map((notice, line) => ({ line, ...notice }))),
  ];
}

function notificationOf({ subject, happened, firstAt, lastAt, ...told }: NoticeRecord) {
  const kind = subject.type === 'join-requests' || subject.type === 'invitation' ? 'community' : subject.type;
  return { ...told, subject: { type: subject.type, reference: { kind, id: subject.id } }, happenedCount: happened, firstAt: new Date(firstAt), lastAt: new Date(lastAt) };
}
