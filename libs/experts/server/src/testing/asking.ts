import { randomUUID } from 'node:crypto';
import { richTextOf } from '@parvis/conversations/server';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, type TestApi } from '@parvis/identity/server/testing';
import { daysAgo, Jobs } from '@parvis/platform/server';
import { Lexicon } from '@parvis/search/server';
import { findDueQuestions } from '../request/request-router.ts';

const hours = 24;

/** The zone in which it is `hour` o'clock now: whoever works there, works at that hour whenever the test runs. */
export function zoneAt(hour: number, now = new Date()): string {
  const ahead = ((hour - now.getUTCHours() + hours + 12) % hours) - 12;
  // POSIX: the sign tells what to add to get to Greenwich.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Questions and those who know, for tests of requests. */
export class Asking {
  constructor(private readonly api: TestApi) {}

  /** Somebody who works every day, and at this hour unless said otherwise. */
  async worker({ hour = 13, name = 'Somebody' }: { hour?: number; name?: string } = {}): Promise<PersonEntity> {
    const person = await aPerson().named(name).save(this.api.manager);
    await this.api.dataSource.query(`INSERT INTO working_time (person_id, working_days, time_zone, time_zone_chosen) VALUES ($1, '{1,2,3,4,5,6,7}', $2, TRUE)`, [person.id, zoneAt(hour)]);
    return person;
  }

  /** So many who wrote about it, the best first. */
  async experts(word: string, count: number, who: Parameters<Asking['worker']>[0] = {}): Promise<PersonEntity[]> {
    const found: PersonEntity[] = [];
    for (let i = 0; i < count; i += 1) {
      const person = await this.worker(who);
      await this.writes(person, word, 1 + 20 * i);
      found.push(person);
    }
    return found;
  }

  async writes(person: PersonEntity, word: string, daysOld: number, community: { id: string } | null = null): Promise<void> {
    await aPost().by(person).in(community).saying(`How the ${word} is set: slowly, and cold.`).writtenAt(daysAgo(daysOld)).save(this.api.manager);
    await this.api.app.get(Lexicon, { strict: false }).settled();
  }

  async ask(asker: PersonEntity, word: string, { in: community = null, after }: { in?: { id: string } | null; after?: string } = {}): Promise<string> {
    const input = { key: randomUUID(), kind: 'QUESTION', title: `Who sets the ${word}?`, communityId: community?.id ?? null, ...(after && { question: { askExpertsAfter: after } }) };
    const { createPost } = await this.api.as(asker).send<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input });
    await this.api.settled();
    return createPost.id;
  }

  async answer(by: PersonEntity, questionId: string): Promise<string> {
    const input = { key: randomUUID(), subject: { type: 'post', id: questionId }, body: richTextOf('So.') };
    const { addComment } = await this.api.as(by).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input });
    await this.api.settled();
    return addComment.id;
  }

  /** So many hours go by for one question, and what is due is done. */
  async pass(questionId: string, count: number): Promise<void> {
    const { dataSource } = this.api;
    const by = `${count} hours`;
    await dataSource.query('UPDATE post SET created_at = created_at - $2::interval WHERE id = $1', [questionId, by]);
    await dataSource.query('UPDATE expert_routing SET next_at = next_at - $2::interval, first_offered_at = first_offered_at - $2::interval WHERE question_id = $1', [questionId, by]);
    await dataSource.query('UPDATE expert_request SET offered_at = offered_at - $2::interval, until_at = until_at - $2::interval WHERE question_id = $1', [questionId, by]);
    await this.due();
  }

  /** What is due is done. */
  async due(): Promise<void> {
    const jobs = this.api.app.get(Jobs);
    await jobs.run(findDueQuestions, {});
    await jobs.runDue();
    await this.api.settled();
  }

  /** Who is asked now; null: nobody. */
  async askedNow(questionId: string): Promise<string | null> {
    const [row]: { personId: string }[] = await this.api.dataSource.query('SELECT person_id AS "personId" FROM expert_request WHERE question_id = $1 AND is_open', [questionId]);
    return row?.personId ?? null;
  }

  async decline(person: PersonEntity): Promise<void> {
    for (const { id } of await this.requests(person)) await this.api.as(person).send('mutation ($id: ID!) { declineExpertRequest(id: $id) }', { id });
    await this.due();
  }

  async requests(person: PersonEntity): Promise<SeenRequest[]> {
    return (await this.api.as(person).send<{ expertRequests: SeenRequest[] }>(REQUESTS)).expertRequests;
  }

  async routing(person: PersonEntity, questionId: string): Promise<SeenRouting | null> {
    const { post } = await this.api.as(person).send<{ post: { expertRouting: SeenRouting | null } }>('query ($id: ID!) { post(id: $id) { expertRouting { state after askAt } } }', { id: questionId });
    return post.expertRouting;
  }
}

export interface SeenRouting {
  state: string;
  after: string;
  askAt: string | null;
}

export interface SeenRequest {
  id: string;
  untilAt: string;
  question: { id: string; title: string };
  evidence: { id: string; kind: string; community: { name: string } | null }[];
  skilled: { words: string }[];
  askMeAbout: string[];
}

const REQUESTS = `{ expertRequests { id untilAt question { id title } evidence { id kind community { name } } skilled { words } askMeAbout } }`;
