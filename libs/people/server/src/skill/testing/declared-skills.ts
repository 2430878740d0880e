import type { EntityManager } from 'typeorm';

/** Lets somebody have said that they can do these things; they mean what the taxonomy knows of them now. */
export async function declareSkills(manager: EntityManager, person: { id: string }, ...words: string[]): Promise<void> {
  await manager.query(
    `INSERT INTO person_skill (id, person_id, skill_id, words, folded, position)
     SELECT gen_random_uuid(), $1, skill_of(skill_key(said.words)), said.words, skill_key(said.words), said.place - 1 FROM unnest($2::text[]) WITH ORDINALITY AS said(words, place)`,
    [person.id, words],
  );
}

/** The id of the skill that is called so. */
export async function skillNamed(manager: EntityManager, words: string): Promise<string> {
  const [row]: { id: string }[] = await manager.query('SELECT skill_of(skill_key($1)) AS id', [words]);
  if (!row?.id) throw new Error(`No skill is called « ${words} ».`);
  return row.id;
}
