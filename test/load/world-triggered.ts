/** What the triggers of search would have made. The comments come after the posts, to know where they stand. */
export const searchStatements = [
  `INSERT INTO search_document SELECT made.* FROM post,
     search_document_of('post', post.id, post.kind, post.author_id, post.community_id, post.created_at, post.title, post_words(post.title, post.text)) made ORDER BY post.id`,
  `INSERT INTO search_document SELECT made.* FROM comment JOIN post ON post.id = comment.subject_id,
     search_document_of('comment', comment.id, NULL, comment.author_id, post.community_id, comment.created_at, NULL, comment.text) made ORDER BY comment.id`,
  `INSERT INTO search_document SELECT made.* FROM idea,
     search_document_of('idea', idea.id, NULL, idea.author_id, NULL, idea.submitted_at, idea.title, concat_ws(E'\\n', problem, proposal_text, benefit, array_to_string(tags, ' '))) made WHERE state = 'submitted' ORDER BY idea.id`,
  ...['post', 'comment'].map((table) => learnWords(`SELECT to_tsvector(''simple'', lower(text)) FROM ${table}`)),
];

/** What the trigger of ideas would have made, to find those that say much the same. */
export const ideaStatements = [
  `INSERT INTO idea_term (idea_id, term, weight)
   SELECT idea.id, made.* FROM idea CROSS JOIN LATERAL idea_terms_of(title, tags, concat_ws(' ', problem, proposal_text, benefit)) made WHERE state = 'submitted'`,
];

function learnWords(texts: string): string {
  return `INSERT INTO search_term (term, shown, documents)
    SELECT fold(word), mode() WITHIN GROUP (ORDER BY word), sum(ndoc) FROM ts_stat('${texts}') WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9@./:_-]' GROUP BY 1
    ON CONFLICT (term) DO UPDATE SET documents = search_term.documents + excluded.documents`;
}

/** What the trigger of posts would have made. */
export const tagStatements = [`INSERT INTO post_tag (tag, post_id) SELECT DISTINCT unnest(tags), id FROM post WHERE deleted_at IS NULL`];

/** What the triggers of people, profiles and skills would have made. */
export const directoryStatements = [
  `INSERT INTO directory_entry SELECT made.* FROM person, directory_entry_of(person) made`,
  `INSERT INTO directory_word SELECT DISTINCT word FROM directory_entry entry, directory_words_of(entry) AS met(word) WHERE word <> ''`,
];

/** What the triggers of people, posts, comments and reactions would have told the indicators. Nobody replies to a comment, quotes one or mentions anybody in a world. */
export const engagementStatements = [
  `SELECT engagement_stand(array_agg(id)) FROM person`,
  `INSERT INTO engagement_event (at, kind, actor_id, subject_id, is_delegated) SELECT created_at, 'post', author_id, id, written_by_id IS NOT NULL FROM post`,
  `INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id)
   SELECT said.created_at, CASE WHEN about.kind = 'question' AND about.author_id <> said.author_id THEN 'answer' ELSE 'comment' END, said.author_id, nullif(about.author_id, said.author_id), said.id
   FROM comment said JOIN post about ON about.id = said.subject_id`,
  `INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id)
   SELECT felt.created_at, CASE felt.kind WHEN 'thanks' THEN 'thanks' ELSE 'reaction' END, felt.person_id, nullif(coalesce(about.author_id, answer.author_id), felt.person_id), felt.subject_id
   FROM reaction felt LEFT JOIN post about ON about.id = felt.subject_id LEFT JOIN comment answer ON answer.id = felt.subject_id`,
  `INSERT INTO engagement_pending (day, actor_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, '00000000-0000-0000-0000-000000000000'::uuid FROM engagement_event`,
  `INSERT INTO engagement_membership_pending (community_id) SELECT id FROM community`,
];
