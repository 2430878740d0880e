import { describe, expect, it } from '@jest/globals';
import { demoPlan, demoPeople, newcomerRecords } from './index.ts';
import type { OrganisationRecord } from './records.ts';
import { contradictions } from './testing/coherence.ts';
import { readCompany, type Company } from './testing/company.ts';

const endsAt = '2026-03-12T15:30:00.000Z';
const dayMs = 86_400_000;
const demo = readCompany(demoPlan(endsAt));
const recordsOf = ({ plan, posts }: Company): OrganisationRecord[] => [...newcomerRecords(plan, posts)];
const records = recordsOf(demo);
const ofType = <Type extends OrganisationRecord['type']>(type: Type, among = records) => among.filter((record): record is Extract<OrganisationRecord, { type: Type }> => record.type === type);

/** The company as the demo has it: with what newcomers did. */
const joinedBy = (company: Company, added: OrganisationRecord[]): Company => ({
  ...company,
  memberships: [...company.memberships, ...ofType('membership', added)],
  posts: [...company.posts, ...ofType('post', added)].sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
  comments: [...company.comments, ...ofType('comment', added)],
  reactions: [...company.reactions, ...ofType('reaction', added)],
});
const whole = joinedBy(demo, records);

/** When others addressed somebody in a community, by `community person`. */
function addressed({ posts, comments, reactions }: Company): Map<string, number[]> {
  const things = new Map<string, { author: string; community: string | null }>(posts.map((post) => [post.id, post]));
  const times = new Map<string, number[]>();
  const note = (id: string | undefined, by: string, at: string): void => {
    const thing = id === undefined ? undefined : things.get(id);
    if (thing?.community && thing.author !== by) times.set(`${thing.community} ${thing.author}`, [...(times.get(`${thing.community} ${thing.author}`) ?? []), Date.parse(at)]);
  };
  for (const { id, post, author, replyTo, createdAt } of comments) {
    things.set(id, { author, community: things.get(post)?.community ?? null });
    for (const whom of [post, replyTo]) note(whom, author, createdAt);
  }
  for (const { target, person, createdAt } of reactions) note(target, person, createdAt);
  return times;
}

describe('newcomers', () => {
  it('are the same each time', () => {
    expect(JSON.stringify(recordsOf(readCompany(demoPlan(endsAt))))).toBe(JSON.stringify(records));
  });

  it.each([endsAt, '2025-08-31T22:10:00.000Z', '2026-01-02T08:00:00.000Z', '2027-03-28T01:30:00.000Z'])('contradict the company nowhere when it ends at %s', (end) => {
    const company = readCompany(demoPlan(end));

    expect(contradictions(joinedBy(company, recordsOf(company)))).toEqual([]);
  });

  it('are in companies of other sizes too', () => {
    const small = readCompany({ ...demoPlan(endsAt), people: 120, communities: 3, posts: 100, months: 1 });

    expect(contradictions(joinedBy(small, recordsOf(small)))).toEqual([]);
  });

  it('are addressed by others within fourteen days, about half of them', () => {
    const times = addressed(whole);
    const end = Date.parse(endsAt);
    const known = whole.memberships.filter(({ joinedAt }) => end - Date.parse(joinedAt) > 14 * dayMs && end - Date.parse(joinedAt) < 300 * dayMs);
    const welcomed = known.filter(({ community, person, joinedAt }) => times.get(`${community} ${person}`)?.some((at) => at >= Date.parse(joinedAt) && at < Date.parse(joinedAt) + 14 * dayMs));

    expect(known.length).toBeGreaterThan(400);
    expect(welcomed.length / known.length).toBeGreaterThan(0.4);
    expect(welcomed.length / known.length).toBeLessThan(0.7);
  });

  it('are in a community and have written fourteen days after they were hired, about half of them', () => {
    const end = Date.parse(endsAt);
    const hired = whole.people.filter(({ hiredOn }) => end - Date.parse(hiredOn) > 20 * dayMs && end - Date.parse(hiredOn) < 360 * dayMs);
    const active = hired.filter(({ identifier, hiredOn }) => {
      const isSoon = (at: string): boolean => Date.parse(at) < Date.parse(hiredOn) + 14 * dayMs;
      return whole.memberships.some(({ person, joinedAt }) => person === identifier && isSoon(joinedAt)) && [...whole.posts, ...whole.comments].some(({ author, createdAt }) => author === identifier && isSoon(createdAt));
    });

    expect(hired.length).toBeGreaterThan(50);
    expect(active.length / hired.length).toBeGreaterThan(0.3);
    expect(active.length / hired.length).toBeLessThan(0.7);
  });

  it('answer no question, so that none that waits counts as answered', () => {
    const questions = new Set(demo.posts.flatMap(({ id, kind }) => (kind === 'question' ? [id] : [])));

    expect(ofType('comment').filter(({ post }) => questions.has(post))).toEqual([]);
  });

  it('are no familiar faces, who have done nothing yet', () => {
    const faces = new Set(demoPeople.map(({ identifier }) => identifier));

    expect([...ofType('membership').filter(({ person }) => faces.has(person)), ...ofType('post').filter(({ author }) => faces.has(author))]).toEqual([]);
  });

  it('speak in both languages, and never say hello in the same words', () => {
    const hellos = ofType('post');
    const french = [...hellos, ...ofType('comment')].filter(({ body }) => /[àéè]/.test(body));

    expect(new Set(hellos.map(({ body }) => body)).size).toBe(hellos.length);
    expect(french.length).toBeGreaterThan(100);
    expect(hellos.filter(({ language }) => language === 'en').length).toBeGreaterThan(20);
    expect([...hellos, ...ofType('comment')].filter(({ body }) => /[[\]|'"{}]|undefined|[ ][;?!»]/.test(body))).toEqual([]);
  });
});
