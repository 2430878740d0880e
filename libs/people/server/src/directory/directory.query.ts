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
/** Of those in whom something is nearly the same, so many are compared. */
const maxCompared = 2_000;
/** How many of the words that people are found by are taken for one that was typed. */
const maxForms = 30;
const maxWords = 6;
/** Shorter words (« de », « la ») are not asked for where there are longer ones. */
const shortestTelling = 3;

// How alike a synonym must be to what was typed: « aprentissage machine » is 0.8 of one.
const nearlySo = 0.6;

// A skill that matches is worth a little less than a name that matches as well.
const skillWeight = 0.9;

// Whoever welds aluminium is found for « welding » too, after those who say « welding ».
const narrowerWeight = 0.6;

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

  private async hits(search: string, department: string | null): Promise<Hit[]> {
    const words = wordsOf(search);
    const telling = words.filter((word) => word.length >= shortestTelling);
    const patterns = await this.patterns(telling.length > 0 ? telling : words);
    return this.matches(search, department, patterns ?? [], (text) => (patterns ?? []).map((_, i) => `${text} ~ $${i + 3}`), maxCompared);
  }

  /** For each word a regular expression of the words of people that are nearly the same; null when one has none. */
  private async patterns(words: readonly string[]): Promise<string[] | null> {
    const rows: { pattern: string }[] = await this.dataSource.query(
      `SELECT '\\m(' || string_agg(near.word, '|') || ')' AS pattern
       FROM unnest($1::text[]) WITH ORDINALITY AS asked(word, place) CROSS JOIN LATERAL (
         SELECT word FROM directory_word WHERE fold(asked.word) <% word ORDER BY word_similarity(fold(asked.word), word) DESC, word LIMIT ${maxForms}
       ) near
       GROUP BY asked.place`,
      [words],
    );
    return rows.length === words.length && rows.length > 0 ? rows.map(({ pattern }) => pattern) : null;
  }

  private async exactHits(search: string, department: string | null): Promise<Hit[]> {
    const asked = wordsOf(search);
    return this.matches(search, department, asked, (text) => asked.map((_, i) => `${text} LIKE '%' || fold($${i + 3}) || '%'`), maxHits);
  }

  /** `conditions`: on a folded text, with the words from $3 on; at most so many names and so many profiles are compared. */
  private async matches(search: string, department: string | null, words: readonly string[], conditions: (text: string) => string[], most: number): Promise<Hit[]> {
    const inWords = `
         (SELECT person_id AS id, word_similarity(fold($1), names) AS score FROM directory_entry
          WHERE ${conditions('names').join(' AND ')} AND ${worksIn('person_id')} LIMIT ${most})
         UNION ALL
         (SELECT person_id, ${skillWeight} * word_similarity(fold($1), words) FROM directory_entry
          WHERE ${conditions('words').join(' AND ')} AND ${worksIn('person_id')} LIMIT ${most})
         UNION ALL`;
    return this.dataSource.query(
      `SELECT hit.id, max(hit.score) AS score
       FROM (${words.length === 0 ? '' : inWords}
         (SELECT person_id, ${skillWeight} * meant.score FROM (${skillsMeant}) meant JOIN person_skill USING (skill_id)
          WHERE profile_field_is_public(person_id, 'skills') AND ${worksIn('person_id')} LIMIT ${most})
         UNION ALL
         (SELECT person_id, ${skillWeight * narrowerWeight} FROM (${skillsCalled}) called JOIN skill_broader narrower ON narrower.broader_id = called.skill_id JOIN person_skill ON person_skill.skill_id = narrower.skill_id
          WHERE profile_field_is_public(person_id, 'skills') AND ${worksIn('person_id')} LIMIT ${most})
       ) hit(id, score)
       GROUP BY hit.id ORDER BY max(hit.score) DESC, (SELECT sort_name FROM person WHERE person.id = hit.id), hit.id LIMIT ${maxHits}`,
      [search, department, ...words],
    );
  }
}

/** Works here now, in the department $2 if there is one. Asked for one person at a time: with EXISTS, all of them would be joined. */
const worksIn = (id: string): string => `(SELECT present.deactivated_at IS NULL AND ($2::text IS NULL OR present.department = $2) FROM person present WHERE present.id = ${id})`;

/** The skills that are called just so, in either language, by a synonym; and what administrators have found such words to mean. */
const skillsCalled = `SELECT skill_id FROM skill_label WHERE folded = skill_key($1) UNION SELECT skill_id FROM skill_mapping WHERE folded = skill_key($1)`;

/** The skills that are called so, in any language, by a synonym, or nearly so. */
const skillsMeant = `
  SELECT skill_id, max(score) AS score FROM (
    SELECT skill_id, 1 AS score FROM (${skillsCalled}) just_so
    UNION ALL (SELECT skill_id, similarity(folded, skill_key($1)) FROM skill_label WHERE folded % skill_key($1) AND similarity(folded, skill_key($1)) >= ${nearlySo} ORDER BY similarity(folded, skill_key($1)) DESC LIMIT 5)
  ) called GROUP BY skill_id`;

const wordsOf = (search: string): string[] => (search.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, maxWords);
