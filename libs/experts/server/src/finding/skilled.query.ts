import { Injectable } from '@nestjs/common';
import { readableCommunities } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { AskedAbout, ProfileVisibility, SkillHolders } from '@parvis/people/server';
import { PreparedStatements } from '@parvis/platform/server';
import type { ReadQuestion } from './question-reader.ts';

/** What somebody says that they can do, is endorsed for, or may be asked about, of what is asked. */
export interface Skilled {
  personId: string;
  /** Null: words of their own, which the taxonomy does not know. */
  skillId: string | null;
  words: string;
  /** False: colleagues endorse it, they do not say so themselves. */
  isDeclared: boolean;
  /** 1 learning, 2 using, 3 fluent, 4 helping; null: not said. */
  level: number | null;
  endorsements: number;
  /** That it is what they say one may ask them about: no more than a skill of which they do not say how well. */
  isAskMeAbout: boolean;
}

/** Of all who can do it, so many: those who can do it best, among so many of the highest level. Of those whom one may ask about it, all count alike: those who wrote last, among so many. */
const most = 100;
const mostRead = 300;
/** Of their own words, so many in a row are compared. */
const longest = 5;
const mostRuns = 400;

// What a skill is called in either language, or a decision has made of it, is another word for it.
const askedKeys = `SELECT topic_key(run) AS key, NULL::uuid AS skill_id FROM unnest($2::text[]) run
  UNION SELECT topic_key(label.folded), label.skill_id FROM skill_label label WHERE label.skill_id = ANY($3::uuid[])
  UNION SELECT topic_key(mapped.folded), mapped.skill_id FROM skill_mapping mapped WHERE mapped.skill_id = ANY($3::uuid[])`;

// The condition is that of an index (search_document_contributions), written as there. Only where the viewer may read: nothing else moves anybody up.
const lastWritten = (person: string, viewer: string): string => `(SELECT document.written_at FROM search_document document
  WHERE document.author_id = ${person} AND document.kind IN ('post', 'comment', 'page') AND document.facet IS DISTINCT FROM 'question'
    AND (document.community_id IS NULL OR document.community_id IN ${readableCommunities(viewer)})
  ORDER BY document.written_at DESC LIMIT 1)`;

/** With what it says, however it is written; null where the skill says it. */
interface Row extends Skilled {
  key: string | null;
}

/** Who says that they can do what is asked, as far as the viewer may know. */
@Injectable()
export class SkilledQuery {
  constructor(
    private readonly statements: PreparedStatements,
    private readonly holders: SkillHolders,
    private readonly visibility: ProfileVisibility,
    private readonly askedAbout: AskedAbout,
  ) {}

  /** By the skills of the taxonomy that stand in the text, by words of their own that stand there as they are, and by what they say one may ask them about. */
  async in(viewer: Viewer, text: string, { skills }: Pick<ReadQuestion, 'skills'>): Promise<Skilled[]> {
    const runs = runsOf(text);
    const [known, own, asked] = await Promise.all([
      skills.length === 0 ? [] : this.statements.query<Row>(
        `SELECT held.person_id AS "personId", held.skill_id AS "skillId", '' AS words, held.is_declared AS "isDeclared", held.level::int, held.endorsement_count AS endorsements, FALSE AS "isAskMeAbout", NULL AS key
         FROM (${this.holders.of({ skills: '$2::uuid[]', viewer: '$1', most: mostRead })}) held
         ORDER BY held.endorsement_count DESC, held.level DESC NULLS LAST, held.person_id LIMIT ${most}`,
        [viewer.personId, skills.map(({ skillId }) => skillId)],
      ),
      this.statements.query<Row>(
        `SELECT said.person_id AS "personId", NULL AS "skillId", min(said.words) AS words, TRUE AS "isDeclared", max(said.level)::int AS level, 0 AS endorsements, FALSE AS "isAskMeAbout", topic_key(min(said.words)) AS key FROM person_skill said
         WHERE said.skill_id IS NULL AND said.folded IN (SELECT skill_key(run) FROM unnest($2::text[]) run) AND ${this.visibility.visibleTo('skills', 'said.person_id', '$1')}
         GROUP BY said.person_id, said.folded ORDER BY max(said.level) DESC NULLS LAST, said.person_id LIMIT ${most}`,
        [viewer.personId, runs],
      ),
      this.statements.query<Row>(
        `WITH asked AS MATERIALIZED (${askedKeys})
         SELECT said.person_id AS "personId", (SELECT asked.skill_id FROM asked WHERE asked.key = said.key ORDER BY asked.skill_id LIMIT 1) AS "skillId", min(said.words) AS words, TRUE AS "isDeclared", NULL AS level, 0 AS endorsements, TRUE AS "isAskMeAbout", said.key
         FROM (${this.askedAbout.of({ keys: '(SELECT array_agg(key) FROM asked)::text[]', viewer: '$1' })} LIMIT ${mostRead}) said
         GROUP BY said.person_id, said.key ORDER BY ${lastWritten('said.person_id', '$1::uuid')} DESC NULLS LAST, said.person_id LIMIT ${most}`,
        [viewer.personId, runs, skills.map(({ skillId }) => skillId)],
      ),
    ]);
    const words = new Map(skills.map((skill) => [skill.skillId, skill.words]));
    const skilled = [...known.map((held) => ({ ...held, words: words.get(held.skillId ?? '') ?? '' })), ...own];
    return [...skilled, ...notSaidTwice(asked, skilled)].map(({ key: _, ...one }) => one);
  }
}

/** Who says both that they can do it and that one may ask them about it says it once, with or without accents, in the singular or not. */
function notSaidTwice(asked: readonly Row[], skilled: readonly Row[]): Row[] {
  const said = Map.groupBy(skilled.filter(({ isDeclared }) => isDeclared), ({ personId }) => personId);
  const isSame = (one: Row, other: Row): boolean => (one.skillId !== null && one.skillId === other.skillId) || one.key === other.key;
  return asked.filter((one) => !said.get(one.personId)?.some((other) => isSame(one, other)));
}

/** Every one to five words in a row. */
function runsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}+#./-]+/gu) ?? [];
  return [...new Set(words.flatMap((_, i) => Array.from({ length: longest }, (_unused, more) => words.slice(i, i + more + 1).join(' '))))].slice(0, mostRuns);
}
