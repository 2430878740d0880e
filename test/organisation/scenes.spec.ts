import { describe, expect, it } from '@jest/globals';
import { demoPlan, sceneRecords, waitingRecords, demoPeople } from './index.ts';
import type { OrganisationRecord } from './records.ts';
import { contradictions } from './testing/coherence.ts';
import { readCompany } from './testing/company.ts';

const endsAt = '2026-03-12T15:30:00.000Z';
const records = [...sceneRecords(demoPlan(endsAt))];
const ofType = <Type extends OrganisationRecord['type']>(type: Type, among: readonly OrganisationRecord[] = records) =>
  among.filter((record): record is Extract<OrganisationRecord, { type: Type }> => record.type === type);

describe('scenes', () => {
  it('are the same each time, and keep people and texts when only the end moves', () => {
    const withoutTimes = (end: string) => [...sceneRecords(demoPlan(end))].map((record) => JSON.stringify(record).replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '')).sort();

    expect(JSON.stringify([...sceneRecords(demoPlan(endsAt))])).toBe(JSON.stringify(records));
    expect(withoutTimes('2027-09-04T02:00:00.000Z')).toEqual(withoutTimes(endsAt));
  });

  it.each([endsAt, '2026-03-15T06:10:00.000Z', '2026-01-02T08:00:00.000Z', '2027-03-28T01:30:00.000Z'])('contradict the company nowhere when it ends at %s', (end) => {
    const company = readCompany(demoPlan(end));
    const played = [...sceneRecords(demoPlan(end))];
    const scenes = { ...company, posts: ofType('post', played), comments: ofType('comment', played), reactions: ofType('reaction', played) };

    // What has a title is not a question alone here.
    expect(contradictions(scenes).filter((fault) => !fault.includes('has a title'))).toEqual([]);
  });

  it('show every kind of post, open and over', () => {
    const posts = ofType('post');
    const end = Date.parse(endsAt);
    const isOver = (instant: string | null | undefined): boolean => Date.parse(instant ?? '') < end;
    const polls = posts.flatMap(({ poll }) => poll ?? []);
    const events = posts.flatMap(({ event }) => event ?? []);

    expect(new Set(posts.map(({ kind }) => kind))).toEqual(new Set(['status', 'question', 'poll', 'event', 'announcement']));
    expect(polls.filter(({ closesAt }) => isOver(closesAt)).length).toBeGreaterThan(1);
    expect(polls.filter(({ anonymous, closesAt }) => anonymous && !isOver(closesAt))).toHaveLength(1);
    expect(events.filter((event) => isOver(event.endsAt))).toHaveLength(2);
    expect(events.filter((event) => !isOver(event.startsAt)).length).toBeGreaterThan(3);
    expect(posts.filter(({ pinnedAt, pinnedUntil }) => pinnedAt && !isOver(pinnedUntil)).length).toBeGreaterThan(4);
    expect(posts.filter(({ writtenBy }) => writtenBy)).toHaveLength(1);
  });

  it('leave to familiar faces what they may still do: no vote and no reading is theirs', () => {
    const faces = new Set(demoPeople.map(({ identifier }) => identifier));

    expect([...ofType('poll-vote'), ...ofType('reading'), ...ofType('vote')].filter(({ person }) => faces.has(person))).toEqual([]);
  });

  it('let people answer an event after it was announced and before it is over', () => {
    const faults = ofType('post').flatMap(({ id, event, createdAt }) =>
      ofType('event-reply').filter((reply) => reply.post === id && (!event || reply.createdAt <= createdAt || reply.createdAt >= event.endsAt || reply.createdAt > endsAt)));

    expect(faults).toEqual([]);
    expect(ofType('event-reply').length).toBeGreaterThan(100);
  });

  it('are typeset in both languages', () => {
    const french = records.flatMap((record) => (record.type === 'post' && record.language === 'fr' ? [record.title ?? '', record.body, ...(record.poll?.options ?? [])] : []));
    const all = [...french, ...ofType('comment').map(({ body }) => body), ...ofType('wiki-page').flatMap(({ versions }) => versions.map(({ body }) => body))];

    expect(french.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
    expect(all.filter((text) => /['"]/.test(text))).toEqual([]);
  });
});

describe('what waits for familiar faces', () => {
  const { notices, joinRequests, invitations, savedPosts } = waitingRecords(demoPlan(endsAt));

  it('is something unread for each of them, of what is there', () => {
    const targets = new Set([...ofType('post'), ...ofType('comment')].map(({ id }) => id));
    const unread = new Set(notices.filter(({ isRead }) => !isRead).map(({ recipient }) => recipient));

    expect(demoPeople.filter(({ identifier }) => !unread.has(identifier))).toEqual([]);
    expect(notices.filter(({ subject }) => (subject.type === 'post' || subject.type === 'comment') && !targets.has(subject.id))).toEqual([]);
    expect(notices.filter(({ recipient, actors }) => actors.includes(recipient))).toEqual([]);
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['mention', 'answer', 'reply', 'reaction', 'accepted-answer', 'invitation', 'join-request']));
    expect(notices.some(({ isRead }) => isRead)).toBe(true);
  });

  it('is asked by people who are outside, and invites none who is inside', () => {
    const { memberships } = readCompany(demoPlan(endsAt));
    const isMember = (community: string, person: string): boolean => memberships.some((membership) => membership.community === community && membership.person === person);

    expect([...joinRequests, ...invitations].filter(({ community, person }) => isMember(community, person))).toEqual([]);
    expect(invitations.filter(({ community, inviter }) => !isMember(community, inviter))).toEqual([]);
    expect(savedPosts.filter(({ post }) => !ofType('post').some(({ id }) => id === post))).toEqual([]);
  });
});
