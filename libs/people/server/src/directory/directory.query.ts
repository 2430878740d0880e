import { Injectable } from '@nestjs/common';
import { PersonEntity, PersonQuery, type Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

export interface DirectoryFilter {
  /** Words of a name, title, department, skill or topic; accents and misspellings are forgiven. */
  search: string | null;
  department: string | null;
  /** Only those in whom every word stands as it is, which is quicker: a word that many texts hold is near to thousands of people. */
  isExact?: boolean;
}

interface Hit {
  id: string;
  score: number;
}

/** A search that matches more people than this is cut here: nobody reads further, and the count says so. */
const maxHits = 500;
/** Of those in whom the words stand as they are, so many are compared with each other. */
const maxCompared = 1_000;
const maxWords = 6;

// A skill that matches is worth a little less than a name that matches as well.
const skillWeight = 0.9;
const nameText = `fold(person.display_name || ' ' || coalesce(person.title, '') || ' ' || coalesce(person.department, ''))`;
const skillText = 'fold_words(profile.skills || profile.ask_me_about)';

/** The company's directory: people who work here now, in the order of their surnames, or the best matches first. */
@Injectable()
export class DirectoryQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PersonQuery,
  ) {}

  async list(viewer: Viewer, filter: DirectoryFilter, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    const words = searchWords(filter.search);
    const department = filter.department?.replaceAll('\u0000', '') || null;
    return words ? this.bestMatches(viewer, { ...filter, search: words, department }, page) : this.bySurname(viewer, department, page);
  }

  /** Departments of the people who work here now, by name. */
  async departments(): Promise<{ name: string; memberCount: number }[]> {
    return this.dataSource.query(
      `SELECT department AS name, count(*)::int AS "memberCount" FROM person
       WHERE department IS NOT NULL AND deactivated_at IS NULL GROUP BY department ORDER BY department`,
    );
  }

  private async bySurname(viewer: Viewer, department: string | null, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    const listed = this.people.visibleTo(viewer).where('person.deactivated_at IS NULL');
    if (department) listed.andWhere('person.department = :department', { department });
    const totalCount = await listed.getCount();
    if (page.after) {
      const [sortName, afterId] = decodeCursor(page.after, ['string', 'id']);
      listed.andWhere('(person.sort_name, person.id) > (:sortName, :afterId)', { sortName, afterId });
    }
    const rows = await listed
      .orderBy('person.sortName')
      .addOrderBy('person.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount };
  }

  private async bestMatches(viewer: Viewer, { search, department, isExact }: DirectoryFilter & { search: string }, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    const start = page.after ? Number(decodeCursor(page.after, ['position'])[0]) : 0;
    const hits = isExact ? await this.exactHits(search, department) : await this.hits(search, department);
    const wanted = hits.slice(start, start + page.first + 1);
    const found = await this.people.byIds(viewer, wanted.map(({ id }) => id));
    const rows = wanted.flatMap(({ id }, i) => {
      const person = found.get(id);
      return person ? [{ person, position: start + i + 1 }] : [];
    });
    const positions = connection(rows, page, (row) => encodeCursor(row.position));
    return { pageInfo: positions.pageInfo, edges: positions.edges.map(({ cursor, node }) => ({ cursor, node: node.person })), totalCount: hits.length };
  }

  private async hits(words: string, department: string | null): Promise<Hit[]> {
    return this.dataSource.query(
      `SELECT hit.id, max(hit.score) AS score
       FROM (
         SELECT person.id, word_similarity(fold($1), ${nameText}) AS score FROM person WHERE fold($1) <% ${nameText}
         UNION ALL
         SELECT profile.person_id, ${skillWeight} * word_similarity(fold($1), ${skillText}) FROM profile WHERE fold($1) <% ${skillText}
       ) hit JOIN person ON person.id = hit.id
       WHERE person.deactivated_at IS NULL AND ($2::text IS NULL OR person.department = $2)
       GROUP BY hit.id, person.sort_name ORDER BY max(hit.score) DESC, person.sort_name, hit.id LIMIT ${maxHits}`,
      [words, department],
    );
  }

  private async exactHits(words: string, department: string | null): Promise<Hit[]> {
    const asked = (words.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, maxWords);
    if (asked.length === 0) return [];
    const holdsAll = (text: string): string => asked.map((_, i) => `${text} LIKE '%' || fold($${i + 3}) || '%'`).join(' AND ');
    return this.dataSource.query(
      `SELECT hit.id, max(hit.score) AS score
       FROM (
         (SELECT person.id, word_similarity(fold($1), ${nameText}) AS score FROM person WHERE ${holdsAll(nameText)} LIMIT ${maxCompared})
         UNION ALL
         (SELECT profile.person_id, ${skillWeight} * word_similarity(fold($1), ${skillText}) FROM profile WHERE ${holdsAll(skillText)} LIMIT ${maxCompared})
       ) hit JOIN person ON person.id = hit.id
       WHERE person.deactivated_at IS NULL AND ($2::text IS NULL OR person.department = $2)
       GROUP BY hit.id, person.sort_name ORDER BY max(hit.score) DESC, person.sort_name, hit.id LIMIT ${maxHits}`,
      [words, department, ...asked],
    );
  }
}
