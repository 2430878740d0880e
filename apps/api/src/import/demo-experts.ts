import type { EntityManager } from 'typeorm';

const leftDaysAgo = 12;

// Nobody whom one can sign in as, who leads anybody or anything, or from whose answers something else of the demo hangs.
const leaver = `
  SELECT person.id FROM person JOIN comment answer ON answer.author_id = person.id AND answer.subject_type = 'post' AND answer.deleted_at IS NULL
  JOIN post question ON question.id = answer.subject_id AND question.kind = 'question' AND question.author_id <> person.id
  LEFT JOIN community place ON place.id = question.community_id
  WHERE person.manager_id IS NOT NULL AND person.roles = '{employee}' AND person.identifier <> ALL($1) AND (place.id IS NULL OR place.visibility = 'open')
    AND NOT EXISTS (SELECT 1 FROM person report WHERE report.manager_id = person.id) AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.person_id = person.id AND membership.role <> 'member')
    AND EXISTS (SELECT 1 FROM person_skill own WHERE own.person_id = person.id)
  GROUP BY person.id ORDER BY count(*) FILTER (WHERE answer.is_accepted) DESC, count(*) DESC, person.id LIMIT 1`;

/** Somebody who answered well has left: their topics look for others. `faces`: identifiers of whoever one can sign in as. */
export async function letSomebodyLeave(manager: EntityManager, faces: readonly string[]): Promise<void> {
  await manager.query(`UPDATE person SET deactivated_at = now() - interval '${leftDaysAgo} days' WHERE id = (${leaver})`, [faces]);
}

/** As often as colleagues answered in the past year, they were proposed in the past month: neither less nor more even. */
export async function countProposals(manager: EntityManager): Promise<void> {
  await manager.query(`
    INSERT INTO expert_proposal_count (day, person_id, times)
    SELECT (now() AT TIME ZONE 'UTC')::date - (1 + abs(hashtext(answer.id::text)) % 28), answer.author_id, count(*) FROM comment answer
    JOIN post question ON question.id = answer.subject_id AND question.kind = 'question' AND question.author_id <> answer.author_id
    JOIN person ON person.id = answer.author_id AND person.deactivated_at IS NULL
    WHERE answer.subject_type = 'post' AND answer.deleted_at IS NULL GROUP BY 1, 2`);
}
