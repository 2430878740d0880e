/** Of what somebody wrote, so much of the newest is looked at. */
const mostRead = 400;
/** A hashtag under which somebody answered once is chance. */
const leastAnswers = 2;
const mostShown = 3;

/** SQL conditions of what the viewer may see, from the domains that own it. */
export interface TopicAccess {
  /** Of `question`, a post. */
  question: string;
  /** Of `place`, a community. */
  place: string;
  /** Of `own.person_id`. */
  skills: string;
  /** Of `profile.person_id`. */
  askMeAbout: string;
}

// What somebody did stands in their documents, the newest first: the condition is that of an index (search_document_contributions), written as there.
const written = (access: TopicAccess): string => `
  written AS MATERIALIZED (
    SELECT leaver.id AS leaver_id, document.* FROM unnest($2::uuid[]) leaver(id) CROSS JOIN LATERAL (
      SELECT document.id, document.kind, document.words, document.community_id, document.written_at FROM search_document document
      WHERE document.author_id = leaver.id AND document.kind IN ('post', 'comment', 'page') AND document.facet IS DISTINCT FROM 'question'
      ORDER BY document.written_at DESC LIMIT ${mostRead}
    ) document
  ), answered AS MATERIALIZED (
    SELECT written.leaver_id, answer.id, question.id AS question_id, question.community_id, question.tags, answer.is_accepted, answer.vote_count, answer.created_at, written.words AS said, asked.words AS asked
    FROM written JOIN comment answer ON answer.id = written.id AND answer.subject_type = 'post' AND answer.deleted_at IS NULL
    JOIN post question ON question.id = answer.subject_id AND question.kind = 'question' AND (question.author_id <> answer.author_id OR answer.is_accepted)
    LEFT JOIN search_document asked ON asked.id = question.id
    WHERE written.kind = 'comment' AND ${access.question}
  ), kept AS (
    SELECT * FROM written WHERE kind = 'page' AND (community_id IS NULL OR EXISTS (SELECT 1 FROM community place WHERE place.id = written.community_id AND ${access.place}))
  )`;

// What they declared comes before what they merely answered about, where it is the same.
const topics = (access: TopicAccess): string => `
  named AS (
    SELECT answered.leaver_id, tag AS words, 3 AS rank, NULL::uuid AS skill_id FROM answered, unnest(answered.tags) tag GROUP BY 1, 2 HAVING count(*) >= ${leastAnswers}
    UNION ALL SELECT own.person_id, own.words, 1, own.skill_id FROM person_skill own WHERE own.person_id = ANY($2::uuid[]) AND ${access.skills}
    UNION ALL SELECT profile.person_id, said.words, 2, NULL FROM profile, unnest(profile.ask_me_about) said(words) WHERE profile.person_id = ANY($2::uuid[]) AND ${access.askMeAbout}
  ), known AS (
    SELECT leaver_id, words, rank, coalesce(skill_id, skill_of(skill_key(words))) AS skill_id FROM named
  ), topic AS (
    SELECT DISTINCT ON (leaver_id, key) * FROM (SELECT known.*, coalesce(skill_id::text, topic_key(words)) AS key FROM known) keyed WHERE key <> '' ORDER BY leaver_id, key, rank, words
  ), asked AS MATERIALIZED (
    SELECT topic.*, (
      SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ')::tsquery
      FROM (SELECT topic.words AS label UNION SELECT label.label FROM skill_label label WHERE label.skill_id = topic.skill_id) called
      CROSS JOIN LATERAL (VALUES (plainto_tsquery('french', fold(called.label))), (plainto_tsquery('english', fold(called.label)))) any_form (query) WHERE numnode(query) > 0
    ) AS query FROM topic
  )`;

/**
 * The topics of people who left, `$2`, as far as the viewer `$1` may see them: skills and « ask me about » that they declared, hashtags under which they
 * answered twice or more; each with what shows it. Columns: `leaverId`, `key`, `words`, `isTag`, `skillId`, `answerCount`, `acceptedCount`, `pageCount`, `best`.
 */
export const topicsSql = (access: TopicAccess): string => `
  WITH ${written(access)}, ${topics(access)}
  SELECT asked.leaver_id AS "leaverId", asked.key, asked.words, asked.rank = 3 AS "isTag", asked.skill_id AS "skillId", given.answers AS "answerCount", given.accepted AS "acceptedCount", saved.pages AS "pageCount", given.best
  FROM asked CROSS JOIN LATERAL (
    SELECT count(*)::int AS answers, count(*) FILTER (WHERE is_accepted)::int AS accepted,
      coalesce((jsonb_agg(jsonb_build_object('id', id, 'questionId', question_id, 'communityId', community_id, 'isAccepted', is_accepted, 'votes', vote_count, 'writtenAt', created_at) ORDER BY is_accepted DESC, vote_count DESC, created_at DESC)), '[]') AS best
    FROM answered WHERE answered.leaver_id = asked.leaver_id AND (asked.words = ANY(answered.tags) OR answered.asked @@ asked.query OR answered.said @@ asked.query)
  ) given CROSS JOIN LATERAL (
    SELECT count(*)::int AS pages FROM kept WHERE kept.leaver_id = asked.leaver_id AND kept.words @@ asked.query
  ) saved
  ORDER BY asked.leaver_id, given.accepted DESC, given.answers DESC, saved.pages DESC, asked.rank, asked.words`;

export const mostEvidence = mostShown;
