import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { ideaVisibleTo } from '../idea/idea.access.ts';
import { AskedTerms } from './asked-terms.ts';

export interface Likeness {
  ideaId: string;
  /** Of all that is asked, weighed by how rare it is, so much is in it: from 0 to about 1. */
  share: number;
}

export interface WrittenSoFar {
  title: string;
  text: string;
  /** The idea that is being written, which is not like itself. */
  exceptId: string | null;
}

/** What is less alike is not shown; nor what is less than half as alike as the first: beside an idea that says the same, one that shares a word is noise. */
export const leastShare = 0.075;
const leastOfFirst = 0.5;
const mostCompared = 300;
const fullWeight = 2.2;

/** Of the words that stand in any idea, so many of the rarest are compared: the others tell little, and stand in most ideas. */
const mostWords = 20;

/**
 * For each form its weight and how rare it is among submitted ideas (idf of BM25; what is in hidden ones counts, for weighing alone), summed up for each idea. The best are then asked whether the viewer sees them.
 * Of the forms of a word the one that tells most counts. Parameters: viewer, terms, for each term the place of its form, for each form its word and weight, the idea left out, how many.
 */
const likeSql = `
  WITH asked AS (SELECT term, place FROM unnest($2::text[], $3::int[]) AS asked(term, place)),
  given AS (SELECT word, weight, place FROM unnest($4::int[], $5::float8[]) WITH ORDINALITY AS given(word, weight, place)),
  counted AS MATERIALIZED (SELECT place, sum((SELECT count(*) FROM idea_term found WHERE found.term = asked.term)) AS ideas FROM asked GROUP BY place),
  frequent AS MATERIALIZED (SELECT word FROM given JOIN counted USING (place) WHERE ideas > 0 GROUP BY word ORDER BY min(ideas), word OFFSET ${mostWords}),
  told AS MATERIALIZED (SELECT word, weight, place FROM given WHERE word NOT IN (SELECT word FROM frequent)),
  met AS MATERIALIZED (SELECT told.place, found.idea_id, max(found.weight) AS weight FROM told JOIN asked USING (place) JOIN idea_term found USING (term) GROUP BY told.place, found.idea_id),
  total AS (SELECT greatest(count(*), 1)::float8 AS ideas FROM idea WHERE state = 'submitted'),
  rare AS MATERIALIZED (
    SELECT told.place, told.word, told.weight * ln(1 + (total.ideas - coalesce(held.ideas, 0) + 0.5) / (coalesce(held.ideas, 0) + 0.5)) AS weight
    FROM told CROSS JOIN total LEFT JOIN (SELECT place, count(*)::float8 AS ideas FROM met GROUP BY place) held ON held.place = told.place
  ),
  hit AS (SELECT met.idea_id, rare.word, max(met.weight * rare.weight) AS weight FROM met JOIN rare ON rare.place = met.place WHERE met.idea_id IS DISTINCT FROM $6::uuid GROUP BY met.idea_id, rare.word),
  whole AS (SELECT sum(most) AS weight FROM (SELECT max(weight) AS most FROM rare GROUP BY word) words),
  best AS (SELECT idea_id, sum(hit.weight) / (SELECT weight * ${fullWeight} FROM whole) AS share FROM hit GROUP BY idea_id ORDER BY share DESC, idea_id LIMIT ${mostCompared})
  SELECT idea.id AS "ideaId", best.share FROM best JOIN idea ON idea.id = best.idea_id
  WHERE best.share >= ${leastShare} AND ${ideaVisibleTo('idea', '$1::uuid')} ORDER BY best.share DESC, idea.id LIMIT $7`;

/** Finds submitted ideas that say much the same, in other words too, and in the other language. */
@Injectable()
export class SimilarIdeasQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askedTerms: AskedTerms,
  ) {}

  /** The most alike first. What is written so far is neither kept nor logged. */
  async like(viewer: Viewer, { title, text, exceptId }: WrittenSoFar, most: number): Promise<Likeness[]> {
    const asked = await this.askedTerms.of({ title, text });
    if (asked.length === 0) return [];
    const terms = asked.flatMap(({ terms: some }, i) => some.map((term) => ({ term, place: i + 1 })));
    const found: Likeness[] = await this.dataSource.query(likeSql, [viewer.personId, terms.map(({ term }) => term), terms.map(({ place }) => place), asked.map(({ word }) => word), asked.map(({ weight }) => weight), exceptId, most]);
    return found.filter(({ share }) => share >= leastOfFirst * (found[0]?.share ?? 0));
  }
}
