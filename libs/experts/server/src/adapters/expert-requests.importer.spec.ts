import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPost } from '@parvis/feed/server/testing';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { testDomains } from '../testing/domains.ts';
import { importExpertRequests } from './expert-requests.importer.ts';

let api: TestApi;
let asker: PersonEntity, expert: PersonEntity, other: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  [asker, expert, other] = [await aPerson().save(api.manager), await aPerson().save(api.manager), await aPerson().save(api.manager)];
  for (const name of ['q1', 'q2']) {
    const { id } = await aPost().by(asker).asking('Who?').saying('').save(api.manager);
    await api.manager.query(`INSERT INTO import_reference (kind, external_id, id) VALUES ('post', $1, $2)`, [name, id]);
  }
});
afterAll(() => api.stop());

const line = (number: number, question: string, person: string) => ({ line: number, question, person, offeredAt: new Date(Date.now() - 3_600_000 * 24 * (1 + number / 100)), untilAt: new Date(Date.now() + 3_600_000) });
const identifierOf = ({ id }: PersonEntity): Promise<string> => api.manager.query('SELECT identifier FROM person WHERE id = $1', [id]).then(([row]: { identifier: string }[]) => row?.identifier ?? '');

it('brings a question to one who did not ask it, once, and tells what it cannot', async () => {
  const [asks, knows, also] = [await identifierOf(asker), await identifierOf(expert), await identifierOf(other)];
  const lines = [line(1, 'q1', asks), line(2, 'q1', knows), line(3, 'q1', also), line(4, 'q9', knows), line(5, 'q2', 'zorg'), line(6, 'q2', also)];
  const outcome = await importExpertRequests(api.manager, lines);
  expect(outcome.added).toBe(2);
  expect(outcome.problems.sort((one, another) => one.line - another.line)).toEqual([
    { line: 1, reason: `person "${asks}" asked it` },
    { line: 3, reason: 'question "q1" was brought to somebody already' },
    { line: 4, reason: 'question "q9" is unknown' },
    { line: 5, reason: 'person "zorg" is unknown' },
  ]);
  const kept = () => api.manager.query('SELECT person_id AS id, after_hours FROM expert_request JOIN expert_routing USING (question_id) ORDER BY person_id');
  expect(await kept()).toEqual([expert.id, other.id].sort().map((id) => ({ id, after_hours: 24 })));
  // The same file again changes nothing, and is no problem; another person for the question is one.
  expect(await importExpertRequests(api.manager, lines.filter((_, i) => [1, 5].includes(i)))).toEqual({ added: 0, changed: 0, problems: [] });
  expect((await importExpertRequests(api.manager, [line(7, 'q1', also)])).problems).toEqual([{ line: 7, reason: 'question "q1" was brought to somebody already' }]);
  expect(await kept()).toHaveLength(2);
});
