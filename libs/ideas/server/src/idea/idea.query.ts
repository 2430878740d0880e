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
    const ideas = campaignId
      ? this.dataSource.createQueryBuilder(IdeaEntity, 'idea').where(`idea.campaign_id = :campaignId AND ${ideaVisibleTo('idea', ':viewerId', 'CAST(:campaignId AS uuid)')}`, { campaignId, viewerId: viewer.personId })
      : this.visibleTo(viewer).andWhere('idea.campaign_id IS NULL');
    ideas.andWhere(mine ? isAuthorOf('idea', ':viewerId') : answer ? isAnsweredBy('idea', answer) : `idea.state = 'submitted'`);
    if (column) ideas.andWhere(`${columnOf('idea')} = :column`, { column });
    if (mine && answer) ideas.andWhere(isAnsweredBy('idea', answer));
    if (seeking) ideas.andWhere('cardinality(idea.looking_for) > 0');
    const sought = searchWords(words);
    if (sought) {
      ideas.andWhere(`(strpos(fold(idea.title || ' ' || idea.problem || ' ' || idea.proposal_text), fold(:sought)) > 0 OR fold(:sought) IN (SELECT fold(tag) FROM unnest(idea.tags) AS tag) OR strpos(fold(array_to_string(idea.looking_for, ' ')), fold(:sought)) > 0)`, { sought });
    }
    return this.paged(viewer, ideas, { order, page });
  }

  /** Submitted ideas that somebody makes, alone or with others, and of which the viewer may know who makes them; the newest first. Errors: CURSOR_INVALID. */
  async ofAuthor(viewer: Viewer, personId: string, page: PageRequest): Promise<CountedConnection<IdeaEntity>> {
    const ideas = this.visibleTo(viewer).andWhere(`${isAuthorOf('idea', ':personId')} AND idea.state = 'submitted' AND ${ideaMakersVisibleTo('idea', ':viewerId')}`, { personId });
    return this.paged(viewer, ideas, { order: 'newest', page });
  }

  /** Those of some ideas that the viewer judges without knowing who made them. */
  async judgedBlind(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT idea.id FROM idea WHERE idea.id = ANY($2) AND NOT ${ideaMakersVisibleTo('idea', '$1')}`, [viewer.personId, ideaIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** The authors of ideas that the caller has let the viewer see, in the order in which they came to it; of those that the viewer judges blind, the viewer at most. */
  authors(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaAuthorEntity[]>> {
    return this.madeBy(viewer, ideaIds, `made.standing = 'author'`);
  }

  /** The same, with those who are invited and who volunteer. */
  people(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaAuthorEntity[]>> {
    return this.madeBy(viewer, ideaIds, 'TRUE');
  }

  private async madeBy(viewer: Viewer, ideaIds: readonly string[], condition: string): Promise<Map<string, IdeaAuthorEntity[]>> {
    const authors = await this.dataSource.manager
      .createQueryBuilder(IdeaAuthorEntity, 'made')
      .innerJoin(IdeaEntity, 'idea', 'idea.id = made.idea_id')
      .where('made.idea_id = ANY(:ideaIds)', { ideaIds })
      .andWhere(condition)
      .andWhere(`(${ideaMakersVisibleTo('idea', ':viewerId')} OR made.person_id = :viewerId)`, { viewerId: viewer.personId })
      .orderBy('made.created_at')
      .addOrderBy('made.person_id')
      .getMany();
    return Map.groupBy(authors, ({ ideaId }) => ideaId);
  }

  /** Of all that match their number and their places alone are read, in one go; of the page what they say. */
  private async paged(viewer: Viewer, ideas: SelectQueryBuilder<IdeaEntity>, { order, page }: { order: IdeaOrder; page: PageRequest }): Promise<CountedConnection<IdeaEntity>> {
    const { place, type, way, cursor } = orders[order];
    const [after, afterId] = page.after ? cursor.read(page.after) : [null, null];
    const [sql, parameters] = ideas.setParameter('shuffledFor', viewer.personId).select('idea.id', 'id').addSelect(place, 'place').getQueryAndParameters();
    const [afterPlace, afterRow, limit] = [1, 2, 3].map((i) => `$${parameters.length + i}`);
    const rows: { total: number; id: string | null; place: string | number | Date }[] = await this.dataSource.query(
      `WITH matching AS MATERIALIZED (${sql}),
         page AS (SELECT id, place FROM matching WHERE ${afterPlace}::${type} IS NULL OR (place, id) ${way === 'ASC' ? '>' : '<'} (${afterPlace}, ${afterRow}::uuid) ORDER BY place ${way}, id ${way} LIMIT ${limit})
       SELECT (SELECT count(*)::int FROM matching) AS total, page.id, page.place FROM (SELECT 1) AS always LEFT JOIN page ON TRUE ORDER BY page.place ${way}, page.id ${way}`,
      [...parameters, after, afterId, page.first + 1],
    );
    const places = new Map(rows.flatMap(({ id, place: at }) => (id === null ? [] : [[id, at] as const])));
    const found = await this.byIds(viewer, [...places.keys()]);
    const shown = connection([...places.keys()].flatMap((id) => found.get(id) ?? []), page, ({ id }) => cursor.write(places.get(id) ?? '', id));
    return { ...shown, totalCount: rows[0]?.total ?? 0 };
  }
}

type Place = string | number | Date;

/** By what a list is ordered, which way round, and how a place is written down; of the same place the id decides. */
interface Order {
  place: string;
  type: string;
  way: 'ASC' | 'DESC';
  cursor: { read(cursor: string): [Place, string]; write(place: Place, id: string): string };
}

const orders: Record<IdeaOrder, Order> = {
  shuffled: { place: shuffle, type: 'text', way: 'ASC', cursor: { read: (cursor) => decodeCursor(cursor, ['string', 'id']) as [string, string], write: (place, id) => encodeCursor(String(place), id) } },
  newest: {
    place: 'coalesce(idea.submitted_at, idea.created_at)',
    type: 'timestamptz',
    way: 'DESC',
    cursor: {
      read: (cursor) => {
        const [at, id] = decodeCursor(cursor, ['position', 'id']);
        return [new Date(Number(at)), String(id)];
      },
      write: (place, id) => encodeCursor(new Date(place).getTime(), id),
    },
  },
  supported: { place: 'idea.support_count', type: 'bigint', way: 'DESC', cursor: { read: (cursor) => decodeCursor(cursor, ['position', 'id']) as [string, string], write: (place, id) => encodeCursor(Number(place), id) } },
};
