import { Injectable } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import { PostQuery } from '@parvis/feed/server';
import { PersonQuery, type Viewer } from '@parvis/identity/server';
import { daysAgo } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { minPeople, periodFrom } from '../exchanges.ts';
import { answeringSql, emptyWordsSql, exchangesSql, helpfulSql, ownTextsSql, readerHoursSql } from './own-figures.sql.ts';
import type { AnsweringColleague, HelpfulPost, OwnExchangeDepartment, OwnExchangePerson, OwnExchanges, OwnFigures, ReaderHour, WordUse } from './own-figures.type.ts';
import { countWords } from './own-words.ts';

/** The period that all of one's own figures look back on. */
const days = 90;
export const rules: OwnFigures = { days, minReaders: minPeople, minAnsweredPosts: 3, minUses: 2 };

const most = { departments: 20, peopleOfDepartment: 8, helpful: 10, answering: 10, words: 60 };

interface ExchangeRow extends OwnExchangePerson {
  department: string;
  peopleCount: number;
  departmentCount: number;
  total: number;
  own: number;
}

/** What somebody's own posts and comments tell them. Everything is about the viewer: nothing here can be asked about somebody else. */
@Injectable()
export class OwnFiguresQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PersonQuery,
    private readonly posts: PostQuery,
    private readonly subjects: Subjects,
  ) {}

  /** With whom the viewer exchanges, by department. */
  async exchanges(viewer: Viewer): Promise<OwnExchanges> {
    const department = (await this.people.byId(viewer, viewer.personId))?.department ?? null;
    const rows: ExchangeRow[] = await this.dataSource.query(exchangesSql, [viewer.personId, periodFrom(days), daysAgo(days), department, most.departments, most.peopleOfDepartment]);
    const { total: peopleCount, own, departmentCount } = rows[0] ?? { total: 0, own: 0, departmentCount: 0 };
    const crossingCount = department === null ? null : peopleCount - own;
    return {
      peopleCount,
      crossingCount,
      crossingShare: crossingCount === null || peopleCount === 0 ? null : crossingCount / peopleCount,
      departmentCount,
      departments: departmentsOf(rows, department),
    };
  }

  /** What the viewer wrote and colleagues thanked for or accepted; an accepted answer counts as one thanks more. Most first, then newest. */
  async helpfulPosts(viewer: Viewer): Promise<HelpfulPost[]> {
    const rows: (Omit<HelpfulPost, 'post'> & { postId: string })[] = await this.dataSource.query(helpfulSql, [viewer.personId, periodFrom(days), most.helpful]);
    const posts = await this.posts.byIds(viewer, rows.map(({ postId }) => postId));
    return rows.flatMap(({ postId, ...row }) => {
      const post = posts.get(postId);
      return post ? [{ ...row, post }] : [];
    });
  }

  /** Who answered at least three different posts of the viewer, most first: posts are counted, never comments. */
  async answeringColleagues({ personId }: Viewer): Promise<AnsweringColleague[]> {
    return this.dataSource.query(answeringSql, [personId, periodFrom(days), rules.minAnsweredPosts, most.answering]);
  }

  /** In which hours colleagues reacted to or commented posts of the viewer; null when they were fewer than `minReaders`, so that it shows nobody's own habits. */
  async readerHours({ personId }: Viewer, timeZone: string): Promise<ReaderHour[] | null> {
    const rows: (ReaderHour & { people: number })[] = await this.dataSource.query(readerHoursSql, [personId, periodFrom(days), timeZone]);
    if ((rows[0]?.people ?? 0) < rules.minReaders) return null;
    return rows.map(({ weekday, hour, readerCount }) => ({ weekday, hour, readerCount }));
  }

  /** The words that the viewer uses most, in the newest 500 of their posts and as many of their comments; those that are empty in French or in English are left out. */
  async words({ personId }: Viewer): Promise<WordUse[]> {
    const textsSql = ownTextsSql(this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1'));
    const counted = countWords(await this.dataSource.query(textsSql, [personId, periodFrom(days)]), rules.minUses);
    if (counted.length === 0) return [];
    const empty: { word: string }[] = await this.dataSource.query(emptyWordsSql, [counted.map(({ key }) => key)]);
    const isEmpty = new Set(empty.map(({ word }) => word));
    return counted
      .filter(({ key }) => !isEmpty.has(key))
      .slice(0, most.words)
      .map(({ word, useCount }) => ({ word, useCount }));
  }
}

function departmentsOf(rows: readonly ExchangeRow[], own: string | null): OwnExchangeDepartment[] {
  return [...Map.groupBy(rows, ({ department }) => department)].map(([department, people]) => ({
    department,
    isOwn: department === own,
    peopleCount: people[0]?.peopleCount ?? 0,
    people,
  }));
}
