import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { usualRequests } from '../request/request-settings.ts';

/** That a question was brought to somebody, whose turn it is: it by its identifier in the earlier network, they by theirs in the company. */
export interface ImportedExpertRequest {
  line: number;
  question: string;
  person: string;
  offeredAt: Date;
  untilAt: Date;
}

/** Brings questions to people, each to one who did not ask it; why is what they lately wrote about one of its hashtags. Nobody is notified. */
export function importExpertRequests(manager: EntityManager, requests: readonly ImportedExpertRequest[]): Promise<ImportOutcome> {
  const rows = requests.map(({ line, question, person, offeredAt, untilAt }) => ({ line, id: idFrom(`expert-request:${question}:${person}`, offeredAt), question, person, offered_at: offeredAt, until_at: untilAt }));
  return importRows(manager, statement, rows, [usualRequests.after]);
}

const statement = `
  WITH resolved AS (
    SELECT line.*, person.id AS person_id, question.id AS question_id,
      CASE WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person))
           WHEN question.id IS NULL THEN format('question %s is unknown', to_json(line.question))
           WHEN person.id IN (question.author_id, question.written_by_id) THEN format('person %s asked it', to_json(line.person))
           WHEN row_number() OVER (PARTITION BY question.id, (person.id IS NULL OR person.id IN (question.author_id, question.written_by_id)) IS TRUE ORDER BY line.line) > 1
             OR EXISTS (SELECT 1 FROM expert_request other WHERE other.question_id = question.id AND other.id <> line.id)
             THEN format('question %s was brought to somebody already', to_json(line.question)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, question text, person text, offered_at timestamptz, until_at timestamptz)
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN import_reference named ON named.kind = 'post' AND named.external_id = line.question
    LEFT JOIN post question ON question.id = named.id AND question.kind = 'question'
  ), routed AS (
    INSERT INTO expert_routing (question_id, after_hours, next_at, first_offered_at) SELECT question_id, $2::smallint, until_at, offered_at FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING question_id
  ), added AS (
    INSERT INTO expert_request (id, question_id, person_id, turn, reasons, offered_at, until_at, is_open)
    SELECT line.id, line.question_id, line.person_id, 1, jsonb_build_object('skilled', '[]'::jsonb, 'askMeAbout', '[]'::jsonb, 'evidence', coalesce(why.evidence, '[]')), line.offered_at, line.until_at, TRUE
    FROM resolved line JOIN routed ON routed.question_id = line.question_id JOIN post question ON question.id = line.question_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', said.id, 'kind', 'answer', 'questionId', said.subject_id)) AS evidence FROM (
        SELECT answer.id, answer.subject_id FROM comment answer JOIN post about ON about.id = answer.subject_id AND about.tags && question.tags AND about.id <> question.id
        WHERE answer.author_id = line.person_id AND answer.deleted_at IS NULL AND about.kind = 'question' ORDER BY answer.is_accepted DESC, answer.id DESC LIMIT 3
      ) said
    ) why ON TRUE
    WHERE line.problem IS NULL
    RETURNING 1
  ) ${importOutcome}`;
