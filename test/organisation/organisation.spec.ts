import { describe, expect, it } from '@jest/globals';
import { marksOf } from './freshness.ts';
import { demoPeople, demoPlan, organisation } from './index.ts';
import { contradictions, levelsOf } from './testing/coherence.ts';
import { readCompany } from './testing/company.ts';
import type { Company } from './testing/company.ts';
import { shelfOf } from './topics/topic.ts';
import { topics } from './topics/index.ts';
import { communityStock } from './community-stock.ts';

const endsAt = '2026-03-12T15:30:00.000Z';
const demo = readCompany(demoPlan(endsAt));

/** As text, which Jest compares much faster than ten thousand objects. */
const written = (company: Company): string => JSON.stringify({ ...company, plan: null });

/** Everything but instants and dates. */
const withoutTimes = (company: Company): string => written(company).replace(/"(createdAt|joinedAt|hiredOn)":"[^"]*"/g, '');

describe('the demo company', () => {
  it('holds exactly what the plan says', () => {
    const visibilities = demo.communities.map(({ visibility }) => visibility);

    expect(demo.people).toHaveLength(500);
    expect(demo.communities).toHaveLength(30);
    expect(demo.posts).toHaveLength(2_500);
    expect(new Set(demo.people.map(({ department }) => department)).size).toBe(14);
    expect(new Set(levelsOf(demo.people).values())).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(['open', 'closed', 'secret'].map((kind) => visibilities.filter((visibility) => visibility === kind).length)).toEqual([20, 7, 3]);
  });

  it('is told in the order in which it can be stored', () => {
    expect(demo.order.slice(0, 5)).toEqual(['person', 'community', 'membership', 'follow', 'post']);
  });

  it('is the same each time', () => {
    expect(written(readCompany(demoPlan(endsAt))) === written(demo)).toBe(true);
  });

  it('keeps people and texts when only the end moves', () => {
    expect(withoutTimes(readCompany(demoPlan('2027-09-05T02:00:00.000Z'))) === withoutTimes(demo)).toBe(true);
  });

  it('changes with the seed', () => {
    const other = readCompany({ ...demoPlan(endsAt), seed: 7, posts: 50 });

    expect(other.posts.map(({ body }) => body)).not.toEqual(demo.posts.slice(0, 50).map(({ body }) => body));
  });

  it('gives the same people whatever the number of posts', () => {
    expect(readCompany({ ...demoPlan(endsAt), posts: 10 }).people).toEqual(demo.people);
  });

  it('contradicts itself nowhere', () => {
    expect(contradictions(demo)).toEqual([]);
  });

  it.each(['2025-08-31T22:10:00.000Z', '2026-01-02T08:00:00.000Z', '2027-03-28T01:30:00.000Z'])('stays coherent when it ends at %s', (end) => {
    const company = readCompany(demoPlan(end));

    expect(contradictions(company)).toEqual([]);
    expect(Date.parse(end) - Date.parse(company.posts.at(-1)?.createdAt ?? '')).toBeLessThan(3_600_000);
  });
});

describe('the known faces', () => {
  const identifiersOf = (role: string) => demoPeople.filter((face) => face.role === role).map(({ identifier }) => identifier);
  const personOf = (role: string) => identifiersOf(role).map((identifier) => demo.people.find((person) => person.identifier === identifier));

  it('have their departments and groups', () => {
    const places = personOf('employee').map((person) => `${person?.department}, ${person?.location}`);

    expect(places).toEqual(['Production, Lyon', 'Customer Service, Manchester', 'Research & Development, Grenoble']);
    expect(personOf('executive')[0]?.groups).toContain('executives');
    expect(personOf('hr')[0]?.groups).toContain('hr');
    expect(personOf('it')[0]?.groups).toContain('it');
    expect(personOf('moderator')[0]?.groups).toContain('moderators');
    expect(personOf('works-council')[0]).toMatchObject({ department: 'Supply Chain', groups: ['all-staff', 'works-council'] });
  });

  it('have an animator in charge of an open and of a closed community', () => {
    const animated = demo.memberships.filter(({ person, role }) => role === 'animator' && person === personOf('animator')[0]?.identifier);
    const visibilities = animated.map(({ community }) => demo.communities.find(({ id }) => id === community)?.visibility);

    expect(visibilities).toEqual(expect.arrayContaining(['open', 'closed']));
  });

  it('have a newcomer hired a week ago who has joined and written nothing', () => {
    const newcomer = personOf('newcomer')[0];
    const who = newcomer?.identifier;

    expect(newcomer?.hiredOn).toBe('2026-03-05');
    expect(demo.memberships.some(({ person }) => person === who)).toBe(false);
    expect(demo.follows.some(({ follower }) => follower === who)).toBe(false);
    expect(demo.posts.some(({ author }) => author === who)).toBe(false);
  });

  it('have an executive who writes and answers', () => {
    const who = personOf('executive')[0]?.identifier;

    expect(demo.posts.filter(({ author }) => author === who).length).toBeGreaterThan(10);
    expect(demo.comments.filter(({ author }) => author === who).length).toBeGreaterThan(3);
  });
});

describe('the texts', () => {
  it('never repeat a body', () => {
    const bodies = demo.posts.map(({ body }) => body);

    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('never repeat a sentence within 60 posts', () => {
    const lastSeen = new Map<number, number>();
    const repeats = demo.posts.flatMap(({ body }, index) =>
      marksOf(body.replace(/\n\n#.*$/, '')).sentences.flatMap((sentence) => {
        const before = lastSeen.get(sentence);
        lastSeen.set(sentence, index);
        return before !== undefined && before !== index && index - before < 60 ? [body] : [];
      }));

    expect(repeats).toEqual([]);
  });

  it('hardly ever ask the same question twice', () => {
    const titles = demo.posts.flatMap(({ title }) => title ?? []);
    const times = [...Map.groupBy(titles, (title) => title).values()].map(({ length }) => length);

    expect(titles.length).toBeGreaterThan(350);
    expect(Math.max(...times)).toBeLessThanOrEqual(2);
    expect(times.filter((count) => count > 1).length / times.length).toBeLessThan(0.02);
  });

  it('are in French and in English, on every topic', () => {
    const french = demo.posts.filter(({ language }) => language === 'fr').length;

    expect(french / demo.posts.length).toBeGreaterThan(0.5);
    expect(french / demo.posts.length).toBeLessThan(0.8);
    for (const topic of topics) for (const language of ['fr', 'en'] as const) expect(shelfOf(topic, language).status.length).toBeGreaterThan(0);
  });

  it('cover every topic that a community speaks of', () => {
    const known = new Set(topics.map(({ key }) => key));

    expect(communityStock.flatMap((community) => community.topics).filter((key) => !known.has(key))).toEqual([]);
    expect(known.size).toBeGreaterThanOrEqual(40);
  });

  it('leave no slot unfilled, no straight apostrophe, no breaking space before French punctuation', () => {
    const texts = [...demo.posts.flatMap(({ title, body }) => [title ?? '', body]), ...demo.comments.map(({ body }) => body)];

    expect(texts.filter((text) => /[[\]|'"]|(?<!@)\{|undefined|NaN/.test(text))).toEqual([]);
    expect(demo.posts.filter(({ language, body }) => language === 'fr' && /[ ][:;?!»]|« /.test(body))).toEqual([]);
  });

  it('answer most questions, accept some answers', () => {
    const questions = demo.posts.filter(({ kind }) => kind === 'question');
    const answered = questions.filter(({ id }) => demo.comments.some(({ post }) => post === id)).length / questions.length;
    const accepted = demo.comments.filter((comment) => comment.accepted).length / questions.length;

    expect(answered).toBeGreaterThan(0.75);
    expect(answered).toBeLessThan(0.95);
    expect(accepted).toBeGreaterThan(0.35);
    expect(accepted).toBeLessThan(0.65);
  });
});

describe('the shape of participation', () => {
  it('is unequal: a tenth of the people write most of the posts', () => {
    const counts = [...Map.groupBy(demo.posts, ({ author }) => author).values()].map(({ length }) => length).sort((a, b) => b - a);
    const firstTenth = counts.slice(0, 50).reduce((sum, count) => sum + count, 0);

    expect(firstTenth / demo.posts.length).toBeGreaterThan(0.45);
    expect(counts.length).toBeLessThan(450);
  });

  it('follows the week and the summer', () => {
    const weekend = demo.posts.filter(({ createdAt }) => new Date(createdAt).getUTCDay() % 6 === 0).length;
    const inMonth = (month: number) => demo.posts.filter(({ createdAt }) => new Date(createdAt).getUTCMonth() === month).length;

    expect(weekend / demo.posts.length).toBeLessThan(0.06);
    expect(inMonth(7)).toBeLessThan(0.7 * inMonth(5));
  });
});

describe('a larger company', () => {
  const plan = { ...demoPlan(endsAt), people: 5_000, communities: 200, posts: 20_000, months: 24 };

  it('keeps the same rules, quickly', () => {
    const company = readCompany(plan);

    expect([company.people.length, company.communities.length, company.posts.length]).toEqual([5_000, 200, 20_000]);
    expect(contradictions(company)).toEqual([]);
  }, 20_000);

  it('also comes small', () => {
    expect(contradictions(readCompany({ ...plan, people: 120, communities: 3, posts: 100, months: 1 }))).toEqual([]);
  });

  it('refuses a plan that cannot be a company', () => {
    expect(() => organisation({ ...plan, people: 10, months: 0 }).next()).toThrow('people must be 120 or more; months must be above 0');
  });
});
