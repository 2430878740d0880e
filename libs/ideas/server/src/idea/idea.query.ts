import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { isAnsweredBy, type AnswerFilter } from '../answer/outcome.ts';
import { columnOf, type BoardColumn } from '../project/board-column.ts';
import { IdeaAuthorEntity } from './idea-author.entity.ts';
import { ideaMakersVisibleTo, ideaVisibleTo, isAuthorOf } from './idea.access.ts';
import { IdeaEntity } from './idea.entity.ts';

/** `shuffled`: by chance, the same for a viewer all day long, so that the first ideas are not read more than others. */
export const ideaOrders = ['shuffled', 'newest', 'supported'] as const;
export type IdeaOrder = (typeof ideaOrders)[number];

export interface IdeaFilter {
  order: IdeaOrder;
  /** Words that it holds, or a tag of it. */
  words?: string | null;
  /** Only those that the viewer makes, drafts and withdrawn ones included. */
  mine?: boolean;
  /** Only those whose authors look for somebody or something. */
  seeking?: boolean;
  /** Only those with this answer, or without any. */
  answer?: AnswerFilter | null;
  /** Only those that have come just so far. */
  column?: BoardColumn | null;
}

/** A place by chance, of the viewer and the day. */
const shuffle = `md5(idea.id::text || :shuffledFor::text || current_date::text)`;

/** Reads ideas, all through `visibleTo`. */
@Injectable()
export class IdeaQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<IdeaEntity> {
    return this.dataSource.createQueryBuilder(IdeaEntity, 'idea').where(ideaVisibleTo('idea', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<IdeaEntity | null> {
    return this.visibleTo(viewer).andWhere('idea.id = :id', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, IdeaEntity>> {
    const ideas = await this.visibleTo(viewer).andWhere('idea.id = ANY(:ids)', { ids }).getMany();
    return new Map(ideas.map((idea) => [idea.id, idea]));
  }

  /** The ideas of a campaign, or of the idea box (null). Errors: CURSOR_INVALID. */
  async list(viewer: Viewer, campaignId: string | null, { order, words, mine, seeking, answer, column }: IdeaFilter, page: PageRequest): Promise<CountedConnection<IdeaEntity>> {
    const ideas = this.visibleTo(viewer).andWhere(campaignId ? 'idea.campaign_id = :campaignId' : 'idea.campaign_id IS NULL', { campaignId });
    ideas.andWhere(mine ? isAuthorOf('idea', ':viewerId') : answer ? isAnsweredBy('idea', answer) : `idea.state = 'submitted'`);
    if (column) ideas.andWhere(`${columnOf('idea')} = :column`, { column });
    if (mine && answer) ideas.andWhere(isAnsweredBy('idea', answer));
    if (seeking) ideas.andWhere('cardinality(idea.looking_for) > 0');
    const sought = searchWords(words);
    if (sought) {
      ideas.andWhere(`(strpos(fold(idea.title || ' ' || idea.problem || ' ' || idea.proposal_text), fold(:sought)) > 0 OR fold(:sought) IN (SELECT fold(tag) FROM unnest(idea.tags) AS tag) OR strpos(fold(array_to_string(idea.looking_for, ' ')), fold(:sought)) > 0)`, { sought });
    }
    const totalCount = await ideas.getCount();
    return { ...(await inOrder[order](ideas.setParameter('shuffledFor', viewer.personId), page)), totalCount };
  }

  /** Submitted ideas that somebody makes, alone or with others, and of which the viewer may know who makes them; the newest first. Errors: CURSOR_INVALID. */
  async ofAuthor(viewer: Viewer, personId: string, page: PageRequest): Promise<CountedConnection<IdeaEntity>> {
    const ideas = this.visibleTo(viewer).andWhere(`${isAuthorOf('idea', ':personId')} AND idea.state = 'submitted' AND ${ideaMakersVisibleTo('idea', ':viewerId')}`, { personId });
    const totalCount = await ideas.getCount();
    return { ...(await inOrder.newest(ideas, page)), totalCount };
  }

  /** Those of some ideas that the viewer judges without knowing who made them. */
  async judgedBlind(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT idea.id FROM idea WHERE idea.id = ANY($2) AND NOT ${ideaMakersVisibleTo('idea', '$1')}`, [viewer.personId, ideaIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** Those who make ideas that the caller has let the viewer see, in the order in which they came to it; of those that the viewer judges blind, the viewer at most. */
  async authors(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaAuthorEntity[]>> {
    const authors = await this.dataSource.manager
      .createQueryBuilder(IdeaAuthorEntity, 'made')
      .innerJoin(IdeaEntity, 'idea', 'idea.id = made.idea_id')
      .where('made.idea_id = ANY(:ideaIds)', { ideaIds })
      .andWhere(`(${ideaMakersVisibleTo('idea', ':viewerId')} OR made.person_id = :viewerId)`, { viewerId: viewer.personId })
      .orderBy('made.created_at')
      .addOrderBy('made.person_id')
      .getMany();
    return Map.groupBy(authors, ({ ideaId }) => ideaId);
  }
}

type Ordered = (ideas: SelectQueryBuilder<IdeaEntity>, page: PageRequest) => Promise<ReturnType<typeof connection<IdeaEntity>>>;

const inOrder: Record<IdeaOrder, Ordered> = {
  shuffled: async (ideas, page) => {
    if (page.after) ideas.andWhere(`${shuffle} > :afterPlace`, { afterPlace: decodeCursor(page.after, ['string'])[0] });
    const { entities, raw } = await ideas
      .addSelect(shuffle, 'place')
      .orderBy('place')
      .limit(page.first + 1)
      .getRawAndEntities<{ place: string }>();
    const places = new Map(entities.map(({ id }, i) => [id, raw[i]?.place ?? '']));
    return connection(entities, page, ({ id }) => encodeCursor(places.get(id) ?? ''));
  },
  newest: async (ideas, page) => {
    if (page.after) {
      const [at, id] = decodeCursor(page.after, ['position', 'id']);
      ideas.andWhere('(coalesce(idea.submitted_at, idea.created_at), idea.id) < (:afterAt, :afterId)', { afterAt: new Date(Number(at)), afterId: id });
    }
    const rows = await ideas
      .orderBy('coalesce(idea.submitted_at, idea.created_at)', 'DESC')
      .addOrderBy('idea.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, ({ id, submittedAt, createdAt }) => encodeCursor((submittedAt ?? createdAt).getTime(), id));
  },
  supported: async (ideas, page) => {
    if (page.after) {
      const [count, id] = decodeCursor(page.after, ['position', 'id']);
      ideas.andWhere('(idea.support_count, idea.id) < (:afterCount, :afterId)', { afterCount: count, afterId: id });
    }
    const rows = await ideas
      .orderBy('idea.support_count', 'DESC')
      .addOrderBy('idea.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, ({ id, supportCount }) => encodeCursor(supportCount, id));
  },
};
