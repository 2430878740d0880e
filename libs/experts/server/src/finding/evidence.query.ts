import { Inject, Injectable } from '@nestjs/common';
import { postVisibleTo } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { PreparedStatements } from '@parvis/platform/server';
import { DocumentSearch, type WeighedDocument } from '@parvis/search/server';
import { EXPERT_WEIGHTS, type ExpertWeights } from './expert-weights.ts';
import type { QuestionTerm, ReadQuestion } from './question-reader.ts';
import type { Evidence } from './ranking.ts';

/** Of each kind, so many of the newest texts are weighed. */
const most = { post: 300, comment: 150, page: 60, idea: 60 };
/** Of the posts that hold all of the most telling words, so many more, however old. */
const mostPrecise = 100;
/** Of all posts with one of the hashtags, so many of the newest. */
const mostTagged = 300;

interface Answer {
  id: string;
  questionId: string | null;
  authorId: string;
  communityId: string | null;
  writtenAt: Date;
  isAccepted: boolean;
  votes: number;
}

/** How far a text is about what is asked. */
type Match = Pick<Evidence, 'relevance' | 'coverage'>;

interface TaggedPost {
  id: string;
  kind: string;
  authorId: string;
  communityId: string | null;
  writtenAt: Date;
  tags: string[];
}

// The newest of each hashtag, then the rule. A hashtag counts by how few posts have it, as far as is looked.
const taggedSql = `
  SELECT post.id, post.kind, post.author_id AS "authorId", post.community_id AS "communityId", post.created_at AS "writtenAt", post.tags
  FROM (
    SELECT DISTINCT near.post_id FROM unnest($2::text[]) asked(tag) CROSS JOIN LATERAL (
      SELECT post_tag.post_id FROM post_tag WHERE post_tag.tag = asked.tag ORDER BY post_tag.post_id DESC LIMIT ${mostTagged}
    ) near
  ) tagged JOIN post ON post.id = tagged.post_id
  WHERE ${postVisibleTo('post', '$1::uuid')} AND ($3::timestamptz IS NULL OR post.created_at < $3)`;

// What the asker adds under their own question is no answer, unless they took it for one.
const answersSql = `
  SELECT answer.id, question.id AS "questionId", answer.author_id AS "authorId", question.community_id AS "communityId",
    answer.created_at AS "writtenAt", answer.is_accepted AS "isAccepted", answer.vote_count AS votes
  FROM comment answer JOIN post question ON question.id = answer.subject_id
  WHERE answer.subject_id = ANY($1::uuid[]) AND answer.subject_type = 'post' AND answer.deleted_at IS NULL AND ($2::timestamptz IS NULL OR answer.created_at < $2)
    AND (answer.author_id <> question.author_id OR answer.is_accepted)`;

const saidSql = `
  SELECT answer.id, question.id AS "questionId", answer.is_accepted AS "isAccepted", answer.vote_count AS votes
  FROM comment answer LEFT JOIN post question ON question.id = answer.subject_id AND question.kind = 'question'
  WHERE answer.id = ANY($1::uuid[]) AND (question.id IS NULL OR answer.author_id <> question.author_id OR answer.is_accepted)`;

/** Gathers what people wrote about a question, as far as the viewer may see it. */
@Injectable()
export class EvidenceQuery {
  constructor(
    private readonly statements: PreparedStatements,
    private readonly documents: DocumentSearch,
    @Inject(EXPERT_WEIGHTS) private readonly weights: ExpertWeights,
  ) {}

  /** `asOf`: only what was written before; null: now. */
  async about(viewer: Viewer, question: ReadQuestion, asOf: Date | null): Promise<Evidence[]> {
    const { terms, query, precise, tags } = question;
    const weigh = (kind: 'post' | 'comment' | 'page' | 'idea', sought: string | null, few = most[kind]): Promise<WeighedDocument[]> =>
      sought === null ? Promise.resolve([]) : this.documents.weighed(viewer, kind, { query: sought, terms: normalised(terms), until: asOf, most: few });
    const [recent, exact, comments, pages, ideas, tagged] = await Promise.all([
      weigh('post', query), weigh('post', precise, mostPrecise), weigh('comment', query), weigh('page', query), weigh('idea', query), this.tagged(viewer, tags, asOf),
    ]);
    const posts = [...new Map([...recent, ...exact].map((post) => [post.id, post])).values()];
    const all = [...posts, ...comments, ...pages, ...ideas];
    const greatest = Math.max(...all.map(({ weight }) => weight), Number.MIN_VALUE);
    const byWords = new Map(all.map(({ id, weight }) => [id, (weight / greatest) ** 2]));
    const byTags = tagRelevance(tagged, tags);
    const byShare = new Map(all.map(({ id, coverage }) => [id, coverage]));
    const match = (id: string | null): Match => ({ relevance: (byWords.get(id ?? '') ?? 0) + this.weights.tags * (byTags.get(id ?? '') ?? 0), coverage: byShare.get(id ?? '') ?? 0 });
    const everyPost = new Map([...tagged, ...posts.map((post) => ({ ...post, kind: post.facet ?? '', authorId: post.authorId ?? '' }))].map((post) => [post.id, post]));
    const questions = [...everyPost.values()].filter(({ kind }) => kind === 'question').map(({ id }) => id);
    const own = [...everyPost.values()].filter(({ kind }) => kind !== 'question').map((post) => this.own('post', post, match(post.id)));
    const kept = pages.map((page) => this.own('page', { ...page, authorId: page.authorId ?? '' }, match(page.id)));
    const proposed = ideas.map((idea) => this.own('idea', { ...idea, authorId: idea.authorId ?? '' }, match(idea.id)));
    return [...own, ...kept, ...proposed, ...(await this.answers(questions, comments, match, asOf))];
  }

  private async tagged(viewer: Viewer, tags: readonly string[], asOf: Date | null): Promise<TaggedPost[]> {
    return tags.length === 0 || this.weights.tags === 0 ? [] : this.statements.query<TaggedPost>(taggedSql, [viewer.personId, tags, asOf]);
  }

  private own(kind: 'post' | 'page' | 'idea', { id, authorId, communityId, writtenAt }: Pick<TaggedPost, 'id' | 'authorId' | 'communityId' | 'writtenAt'>, match: Match): Evidence {
    return { id, kind, personId: authorId, questionId: null, communityId, writtenAt, ...match, isAccepted: false, votes: 0 };
  }

  /** Answers count by the question that they answer, and by their own words. */
  private async answers(questions: readonly string[], comments: readonly WeighedDocument[], match: (id: string | null) => Match, asOf: Date | null): Promise<Evidence[]> {
    const [given, said] = await Promise.all([
      questions.length === 0 ? [] : this.statements.query<Answer>(answersSql, [questions, asOf]),
      comments.length === 0 ? [] : this.statements.query<Pick<Answer, 'id' | 'questionId' | 'isAccepted' | 'votes'>>(saidSql, [comments.map(({ id }) => id)]),
    ]);
    const known = new Map(given.map((answer) => [answer.id, answer]));
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    const others = said.filter(({ id }) => !known.has(id)).flatMap((answer) => {
      const comment = byId.get(answer.id);
      return comment?.authorId ? [{ ...answer, authorId: comment.authorId, communityId: comment.communityId, writtenAt: comment.writtenAt }] : [];
    });
    return [...given, ...others].map(({ authorId, ...answer }) => ({
      ...answer,
      kind: 'answer',
      personId: authorId,
      relevance: match(answer.questionId).relevance + this.weights.answerText * match(answer.id).relevance,
      coverage: Math.max(match(answer.questionId).coverage, match(answer.id).coverage),
    }));
  }
}

/** The scale does not matter, and small numbers are exact. */
function normalised(terms: readonly QuestionTerm[]): QuestionTerm[] {
  const sum = terms.reduce((all, { weight }) => all + weight, 0) || 1;
  return terms.map((term) => ({ ...term, weight: term.weight / sum }));
}

/** From 0 to 1: the hashtags in common, the rarer the more, by the most of any. */
function tagRelevance(posts: readonly TaggedPost[], tags: readonly string[]): Map<string, number> {
  const weights = new Map(tags.map((tag) => {
    const having = posts.filter((post) => post.tags.includes(tag)).length;
    return [tag, Math.log(1 + (posts.length - having + 0.5) / (having + 0.5))];
  }));
  const sums = new Map(posts.map((post) => [post.id, post.tags.reduce((sum, tag) => sum + (weights.get(tag) ?? 0), 0)]));
  const greatest = Math.max(...sums.values(), Number.MIN_VALUE);
  return new Map([...sums].map(([id, sum]) => [id, sum / greatest]));
}
