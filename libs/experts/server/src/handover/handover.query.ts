import { Injectable } from '@nestjs/common';
import { communityReadableBy } from '@parvis/communities/server';
import { postVisibleTo } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { ProfileVisibility } from '@parvis/people/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { EvidenceReader, type ShownEvidence } from '../finding/evidence-reader.ts';
import type { Evidence } from '../finding/ranking.ts';
import { mostEvidence, topicsSql } from './topics-sql.ts';

/** Somebody who left, whose topics look for others. */
export interface Handover {
  id: string;
}

export interface HandoverTopic {
  leaverId: string;
  /** The same for all that means the same: a skill, or words. */
  key: string;
  words: string;
  isTag: boolean;
  skillId: string | null;
  answerCount: number;
  acceptedCount: number;
  pageCount: number;
  /** The most telling of the answers. */
  evidence: ShownEvidence[];
  takerIds: string[];
}

interface TopicRow extends Omit<HandoverTopic, 'evidence' | 'takerIds'> {
  best: { id: string; questionId: string; communityId: string | null; isAccepted: boolean; votes: number; writtenAt: string }[];
}

const offeredDays = 90;
const mostTopics = 10;
const lookedAtOnce = 20;

/** SQL condition: their topics are offered. `person`: a name in FROM. */
export const isOffered = (person: string): string => `${person}.deactivated_at > now() - interval '${offeredDays} days'`;

/** What people who left leave to others, each as the viewer may see it. */
@Injectable()
export class HandoverQuery {
  private readonly topics;

  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: ProfileVisibility,
    private readonly evidence: EvidenceReader,
  ) {
    this.topics = perViewer((viewer: Viewer, ids: readonly string[]) => this.read(viewer, ids));
  }

  /** Whoever left last first; people of whom nothing is known that could be handed over are left out. */
  async list(page: PageRequest): Promise<Connection<Handover>> {
    const [leftAt, afterId] = page.after ? decodeCursor(page.after, ['string', 'id']) : [null, null];
    const rows: (Handover & { leftAt: string })[] = await this.dataSource.query(
      `SELECT person.id, person.deactivated_at::text AS "leftAt" FROM person
       WHERE person.deactivated_at IS NOT NULL AND ${isOffered('person')} AND ($1::timestamptz IS NULL OR (person.deactivated_at, person.id) < ($1, $2::uuid))
         AND (EXISTS (SELECT 1 FROM person_skill own WHERE own.person_id = person.id) OR EXISTS (SELECT 1 FROM profile WHERE profile.person_id = person.id AND profile.ask_me_about <> '{}')
           OR EXISTS (SELECT 1 FROM comment answer WHERE answer.author_id = person.id AND answer.deleted_at IS NULL))
       ORDER BY person.deactivated_at DESC, person.id DESC LIMIT $3`,
      [leftAt, afterId, page.first + 1],
    );
    return connection(rows, page, ({ id, leftAt: at }) => encodeCursor(at, id));
  }

  /** Whether the viewer may see a topic of anybody: whoever left last may have left nothing that they may see. */
  async hasAny(viewer: Viewer): Promise<boolean> {
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo }: Connection<Handover> = await this.list({ first: lookedAtOnce, after });
      const [found]: { is: boolean }[] = await this.dataSource.query(`SELECT EXISTS (${this.topicsSql()}) AS is`, [viewer.personId, edges.map(({ node }) => node.id)]);
      if (found?.is || !pageInfo.hasNextPage) return found?.is ?? false;
      after = pageInfo.endCursor;
    }
  }

  /** What most shows that they knew it first; empty for whoever works here, or left long ago. */
  topicsOf = async (viewer: Viewer, leaverId: string): Promise<HandoverTopic[]> => (await this.topics(viewer).load(leaverId)) ?? [];

  /** Forgets what was read in this request, once somebody has taken something over. */
  forget(viewer: Viewer, leaverId: string): void {
    this.topics(viewer).clear(leaverId);
  }

  private async read(viewer: Viewer, ids: readonly string[]): Promise<Map<string, HandoverTopic[]>> {
    const offered: { id: string }[] = await this.dataSource.query(`SELECT person.id FROM person WHERE person.id = ANY($1) AND ${isOffered('person')}`, [ids]);
    if (offered.length === 0) return new Map();
    const rows: TopicRow[] = await this.dataSource.query(this.topicsSql(), [viewer.personId, offered.map(({ id }) => id)]);
    const shown = [...Map.groupBy(rows, ({ leaverId }) => leaverId).values()].flatMap((of) => of.slice(0, mostTopics));
    const best = shown.flatMap((row) => row.best.slice(0, mostEvidence).map((answer) => asEvidence(row.leaverId, answer)));
    const [read, takers] = await Promise.all([this.evidence.read(uniqueById(best), []), this.takers(offered.map(({ id }) => id))]);
    const topics = shown.map(({ best: answers, ...row }) => ({
      ...row,
      evidence: answers.slice(0, mostEvidence).flatMap(({ id }) => read.get(id) ?? []),
      takerIds: takers.get(`${row.leaverId} ${row.key}`) ?? [],
    }));
    return Map.groupBy(topics, ({ leaverId }) => leaverId);
  }

  private topicsSql(): string {
    return topicsSql({
      question: postVisibleTo('question', '$1::uuid'),
      place: communityReadableBy('place', '$1::uuid'),
      skills: this.visibility.visibleTo('skills', 'own.person_id', '$1'),
      askMeAbout: this.visibility.visibleTo('askMeAbout', 'profile.person_id', '$1'),
    });
  }

  /** Since they left this time; whoever took it over and left too takes it over no more. */
  private async takers(leaverIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { topic: string; takerId: string }[] = await this.dataSource.query(
      `SELECT taken.leaver_id || ' ' || taken.topic_key AS topic, taken.taker_id AS "takerId" FROM topic_takeover taken
       JOIN person leaver ON leaver.id = taken.leaver_id AND leaver.deactivated_at <= taken.created_at JOIN person taker ON taker.id = taken.taker_id AND taker.deactivated_at IS NULL
       WHERE taken.leaver_id = ANY($1) ORDER BY taken.created_at`,
      [leaverIds],
    );
    return new Map([...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, of]) => [topic, of.map(({ takerId }) => takerId)]));
  }
}

const uniqueById = (evidence: readonly Evidence[]): Evidence[] => [...new Map(evidence.map((one) => [one.id, one])).values()];

const asEvidence = (personId: string, { writtenAt, ...answer }: TopicRow['best'][number]): Evidence => ({ ...answer, kind: 'answer', personId, writtenAt: new Date(writtenAt), relevance: 1, coverage: 1 });
