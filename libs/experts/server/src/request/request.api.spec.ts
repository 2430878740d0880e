import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import { hourMs } from '@parvis/platform/server';
import { Asking } from '../testing/asking.ts';
import { testDomains } from '../testing/domains.ts';
import { RequestRouter } from './request-router.ts';

let api: TestApi;
let asking: Asking;
let asker: PersonEntity;
/** A word that no other test knows. */
let word = '';
const words = `anvil bellows crucible dynamo engraver furnace gyroscope hacksaw injector jigsaw kiln lathe micrometer nozzle oscilloscope pyrometer quencher rheostat
  sextant turbine ultrasound viscometer winch xylometer yardstick zincograph autoclave barometer`.split(/\s+/);

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  asking = new Asking(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  word = words[words.indexOf(word) + 1] ?? '';
  asker = await asking.worker({ name: 'Asker' });
});

const SET = 'mutation ($id: ID!, $after: AskExpertsAfter!) { askExpertsAfter(questionId: $id, after: $after) { expertRouting { state after } } }';
const set = (by: PersonEntity, id: string, after: string) => api.as(by).send<{ askExpertsAfter: { expertRouting: object } }>(SET, { id, after });
const accept = (person: PersonEntity, input: object) => api.as(person).send('mutation ($input: ChangeExpertPreferencesInput!) { changeExpertPreferences(input: $input) { pace } }', { input });
const proposed = async () =>
  (await api.as(asker).send<{ experts: { person: { id: string } }[] }>('query ($text: String!) { experts(text: $text) { person { id } } }', { text: word })).experts.map(({ person }) => person.id);
const first = <T>([one]: readonly T[]): T => one as T;

describe('a question without an answer', () => {
  it('is brought to the best three, one after the other, never more', async () => {
    const experts = await asking.experts(word, 5);
    const id = await asking.ask(asker, word);
    await asking.pass(id, 23);
    expect(await asking.askedNow(id)).toBeNull();
    await asking.pass(id, 2);
    for (const expert of experts.slice(0, 3)) {
      expect(await asking.askedNow(id)).toBe(expert.id);
      await asking.pass(id, 23);
      expect(await asking.askedNow(id)).toBe(expert.id);
      await asking.pass(id, 2);
    }
    expect(await asking.askedNow(id)).toBeNull();
    await asking.pass(id, 100);
    await expect(api.dataSource.query('SELECT count(*)::int AS asked FROM expert_request WHERE question_id = $1', [id])).resolves.toEqual([{ asked: 3 }]);
  });

  it('shows whoever is asked what they are asked, why, and until when, and nobody else', async () => {
    const [best, other] = await asking.experts(word, 2);
    const id = await asking.ask(asker, word, { after: 'FOUR_HOURS' });
    await asking.pass(id, 5);
    const [request] = await asking.requests(best as PersonEntity);
    expect(request).toMatchObject({ question: { id, title: `Who sets the ${word}?` }, evidence: [{ kind: 'POST', community: null }], skilled: [] });
    expect(new Date(request?.untilAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 20 * hourMs);
    const seen = async (by: PersonEntity) => (await api.as(by).send<{ post: { expertRequest: { id: string } | null } }>('query ($id: ID!) { post(id: $id) { expertRequest { id } } }', { id })).post.expertRequest;
    expect(await seen(best as PersonEntity)).toEqual({ id: request?.id });
    for (const somebody of [asker, other as PersonEntity]) expect([await asking.requests(somebody), await seen(somebody)]).toEqual([[], null]);
    await expect(api.anonymous().send('{ expertRequests { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('tells whoever says that one may ask them about it that this is why, in their words', async () => {
    const sayer = await asking.worker();
    await api.as(sayer).send('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }', { input: { askMeAbout: [`${word}s`, 'Vélo'] } });
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    expect(await asking.requests(sayer)).toMatchObject([{ evidence: [], skilled: [], askMeAbout: [`${word}s`] }]);
    // Of an earlier release.
    await api.dataSource.query(`UPDATE expert_request SET reasons = reasons - 'askMeAbout' WHERE question_id = $1`, [id]);
    expect(await asking.requests(sayer)).toMatchObject([{ askMeAbout: [] }]);
    await asking.decline(sayer);
    await expect(api.dataSource.query('SELECT reasons FROM expert_request WHERE question_id = $1', [id])).resolves.toEqual([{ reasons: { evidence: [], skilled: [], askMeAbout: [] } }]);
  });

  it('waits until whoever knows best is at work, by their clock', async () => {
    const [asleep] = await asking.experts(word, 1, { hour: 3 });
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    expect(await asking.askedNow(id)).toBeNull();
    await api.dataSource.query('UPDATE working_time SET time_zone = $2 WHERE person_id = $1', [asleep?.id, 'Etc/GMT']);
    const [{ next }]: [{ next: Date }] = await api.dataSource.query('SELECT next_at AS next FROM expert_routing WHERE question_id = $1', [id]);
    // From three o’clock to nine; the hour may strike meanwhile.
    expect(next.getTime()).toBeGreaterThan(Date.now() + 4 * hourMs);
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'WAITING' });
  });

  it('is answered by anybody, and goes to nobody then, until that is taken back', async () => {
    const [best] = await asking.experts(word, 2);
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    await asking.answer(asker, id);
    expect(await asking.askedNow(id)).toBe(best?.id);
    const comment = await asking.answer(await asking.worker(), id);
    expect([await asking.askedNow(id), await asking.requests(best as PersonEntity), await asking.routing(asker, id)]).toEqual([null, [], null]);
    await asking.pass(id, 100);
    expect(await asking.askedNow(id)).toBeNull();
    await api.dataSource.query('UPDATE comment SET deleted_at = now() WHERE id = $1', [comment]);
    await api.app.get(RequestRouter, { strict: false })['resume'](id);
    expect(await asking.askedNow(id)).not.toBeNull();
  });

  it('goes to nobody once it is deleted, or its community is archived', async () => {
    const place = await aCommunity().with(asker).save(api.manager);
    const experts = await asking.experts(word, 2);
    const [gone, closed] = [await asking.ask(asker, word), await asking.ask(asker, word, { in: place })];
    await asking.pass(gone, 25);
    await asking.pass(closed, 25);
    await api.as(asker).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: gone });
    await api.dataSource.query('UPDATE community SET archived_at = now() WHERE id = $1', [place.id]);
    for (const expert of experts) expect(await asking.requests(expert)).toEqual([]);
    await asking.due();
    expect([await asking.askedNow(gone), await asking.askedNow(closed)]).toEqual([null, null]);
  });
});

describe('who is asked', () => {
  it('is somebody who may read and answer there', async () => {
    const [outside, member] = (await asking.experts(word, 2)) as [PersonEntity, PersonEntity];
    const closed = await aCommunity().being('closed').with(asker, member).save(api.manager);
    const id = await asking.ask(asker, word, { in: closed });
    await asking.pass(id, 25);
    expect(await asking.askedNow(id)).toBe(member.id);
    expect(await asking.requests(outside)).toEqual([]);
    // Out of the community, the request is out of sight at once, and goes by.
    await api.dataSource.query('DELETE FROM membership WHERE community_id = $1 AND person_id = $2', [closed.id, member.id]);
    expect(await asking.requests(member)).toEqual([]);
    await asking.due();
    expect(await asking.askedNow(id)).toBeNull();
  });

  it('is chosen by what the asker may read alone', async () => {
    const [keeper, writer] = [await asking.worker(), await asking.worker()];
    const room = await aCommunity().being('closed').with(keeper).save(api.manager);
    await asking.writes(keeper, word, 1, room);
    await asking.writes(writer, word, 300);
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    expect(await asking.askedNow(id)).toBe(writer.id);
  });

  it('is neither away nor gone, nor has had as many requests this week as one gets', async () => {
    const [away, gone, busy, free] = (await asking.experts(word, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    await api.dataSource.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', current_date - 3, current_date + 9)`, [away.id]);
    await api.dataSource.query(`INSERT INTO profile_visibility (person_id, field, audience) VALUES ($1, 'absence', 'nobody')`, [away.id]);
    await api.dataSource.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [gone.id]);
    for (let asked = 0; asked < 3; asked += 1) await hadRequest(busy);
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    expect(await asking.askedNow(id)).toBe(free.id);
    expect(await proposed()).not.toContain(busy.id);
    await api.dataSource.query(`UPDATE expert_request SET offered_at = offered_at - interval '8 days' WHERE person_id = $1`, [busy.id]);
    expect(await proposed()).toContain(busy.id);
  });

  it('is asked as often as they accept: never, once a week, not about this', async () => {
    const [never, rarely, notThis, free] = (await asking.experts(word, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    await hadRequest(never);
    await accept(never, { pace: 'NONE' });
    await accept(rarely, { pace: 'RARE' });
    await accept(notThis, { topics: [{ words: word }] });
    const [one, other] = [await asking.ask(asker, word), await asking.ask(asker, word)];
    await asking.pass(one, 25);
    await asking.pass(other, 25);
    expect([await asking.askedNow(one), await asking.askedNow(other)]).toEqual([rarely.id, free.id]);
    // To accept no request hides nobody from those who look; to have had one's own does, but not the very day.
    expect(await proposed()).toEqual([never.id, rarely.id, free.id]);
    await api.dataSource.query(`UPDATE expert_request SET offered_at = offered_at - interval '1 day' WHERE person_id = $1`, [rarely.id]);
    expect(await proposed()).toEqual([never.id, free.id]);
    await asking.pass(await asking.ask(asker, word), 25);
    expect(await asking.requests(rarely)).toHaveLength(1);
  });

  it('is the next one when somebody leaves or goes away', async () => {
    const [leaver, traveller, last] = (await asking.experts(word, 3)) as [PersonEntity, PersonEntity, PersonEntity];
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    await api.dataSource.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [leaver.id]);
    await asking.due();
    expect(await asking.askedNow(id)).toBe(traveller.id);
    await api.as(traveller).send('mutation ($until: String!) { declareAbsence(until: $until) { id } }', { until: new Date(Date.now() + 9 * 24 * hourMs).toISOString().slice(0, 10) });
    await asking.due();
    expect(await asking.askedNow(id)).toBe(last.id);
  });

  it('is one, though two processes look at once', async () => {
    await asking.experts(word, 3);
    const id = await asking.ask(asker, word, { after: 'NEVER' });
    await api.dataSource.query(`UPDATE expert_routing SET after_hours = 4, next_at = now() WHERE question_id = $1`, [id]);
    await api.dataSource.query(`UPDATE post SET created_at = now() - interval '5 hours' WHERE id = $1`, [id]);
    const router = api.app.get(RequestRouter, { strict: false });
    await Promise.all(Array.from({ length: 6 }, () => router.route(id)));
    await expect(api.dataSource.query('SELECT turn FROM expert_request WHERE question_id = $1', [id])).resolves.toEqual([{ turn: 1 }]);
  });

  it('gets no more than their number when several questions choose them at once', async () => {
    const [only] = await asking.experts(word, 1);
    const ids = await Promise.all(Array.from({ length: 5 }, () => asking.ask(asker, word, { after: 'FOUR_HOURS' })));
    await api.dataSource.query(`UPDATE post SET created_at = now() - interval '5 hours' WHERE id = ANY($1)`, [ids]);
    const router = api.app.get(RequestRouter, { strict: false });
    await Promise.all(ids.map((id) => router.route(id)));
    await expect(api.dataSource.query('SELECT count(*)::int AS asked FROM expert_request WHERE person_id = $1', [only?.id])).resolves.toEqual([{ asked: 3 }]);
  });
});

async function hadRequest(person: PersonEntity): Promise<void> {
  const question = await aPost().by(asker).asking('Done?').save(api.manager);
  await api.dataSource.query(
    `INSERT INTO expert_request (id, question_id, person_id, turn, reasons, offered_at, until_at, is_open) VALUES (gen_random_uuid(), $1, $2, 1, '{"evidence":[],"skilled":[]}', now() - interval '2 days', now(), FALSE)`,
    [question.id, person.id],
  );
}

describe('declining', () => {
  it('goes on to the next at once, and leaves nothing behind', async () => {
    const [best, second] = (await asking.experts(word, 2)) as [PersonEntity, PersonEntity];
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    await asking.decline(best);
    expect([await asking.requests(best), await asking.askedNow(id)]).toEqual([[], second.id]);
    // A turn that has gone by leaves the very same row.
    const columns: { name: string }[] = await api.dataSource.query(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'expert_request' ORDER BY 1`);
    expect(columns.map(({ name }) => name)).toEqual(['id', 'is_open', 'offered_at', 'person_id', 'question_id', 'reasons', 'turn', 'until_at']);
    await expect(api.dataSource.query(`SELECT count(*)::int AS told FROM outbox_event WHERE payload::text LIKE '%declin%'`)).resolves.toEqual([{ told: 0 }]);
  });

  it('is done too by whoever wants to be asked nothing any more, for all that waits for them', async () => {
    const [best, second] = (await asking.experts(word, 2)) as [PersonEntity, PersonEntity];
    const ids = [await asking.ask(asker, word), await asking.ask(asker, word)];
    for (const id of ids) await asking.pass(id, 25);
    expect(await asking.requests(best)).toHaveLength(2);
    await accept(second, { pace: 'RARE' });
    await accept(best, { topics: [{ words: 'something else' }] });
    expect(await asking.requests(best)).toHaveLength(2);
    await accept(best, { isNeverProposed: true });
    const { notifications } = await api.as(best).send<{ notifications: { edges: object[] } }>('{ notifications(first: 9) { edges { node { kind } } } }');
    expect([await asking.requests(best), notifications.edges]).toEqual([[], []]);
    await asking.due();
    expect((await Promise.all(ids.map((id) => asking.askedNow(id)))).sort()).toEqual([null, second.id].sort());
    expect(await asking.routing(asker, ids[0] ?? '')).toMatchObject({ state: 'ASKING' });
  });

  it('is done by whoever is asked alone, and twice is once', async () => {
    const [best, second] = (await asking.experts(word, 2)) as [PersonEntity, PersonEntity];
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    const request = first(await asking.requests(best));
    for (const somebody of [second, asker]) await api.as(somebody).send('mutation ($id: ID!) { declineExpertRequest(id: $id) }', { id: request.id });
    await asking.due();
    expect(await asking.askedNow(id)).toBe(best.id);
    for (let again = 0; again < 2; again += 1) await expect(api.as(best).send('mutation ($id: ID!) { declineExpertRequest(id: $id) }', { id: request.id })).resolves.toEqual({ declineExpertRequest: request.id });
    await asking.due();
    expect(await asking.askedNow(id)).toBe(second.id);
    await expect(api.as(best).send('mutation { declineExpertRequest(id: "17") }')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.anonymous().send('mutation ($id: ID!) { declineExpertRequest(id: $id) }', { id: request.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the asker', () => {
  it('sees what is to come, that it is under way, and nothing of anybody', async () => {
    const experts = await asking.experts(word, 3);
    const id = await asking.ask(asker, word);
    const routing = await asking.routing(asker, id);
    expect(routing).toMatchObject({ state: 'WAITING', after: 'ONE_DAY' });
    expect(new Date(routing?.askAt ?? 0).getTime() - Date.now()).toBeGreaterThan(23.9 * hourMs);
    await asking.pass(id, 25);
    for (const expert of experts) {
      expect(await asking.routing(asker, id)).toEqual({ state: 'ASKING', after: 'ONE_DAY', askAt: null });
      await asking.decline(expert);
    }
    // All three declined within the minute: that is told when three turns can have gone by.
    expect(await asking.askedNow(id)).toBeNull();
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'ASKING' });
    await asking.pass(id, 121);
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'RESTING' });
    for (const somebody of experts) expect(await asking.routing(somebody, id)).toBeNull();
    await expect(set(asker, id, 'FOUR_HOURS')).rejects.toMatchObject({ code: 'EXPERT_ASKING_OVER' });
  });

  it('hears that nobody seems to know, and may try again', async () => {
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    // The end is told when three turns could have gone by, whatever the reason.
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'WAITING' });
    await asking.pass(id, 121);
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'NOBODY' });
    const [late] = await asking.experts(word, 1);
    await set(asker, id, 'FOUR_HOURS');
    await asking.due();
    expect(await asking.askedNow(id)).toBe(late?.id);
  });

  it('chooses the time with the question and later, stops it, and takes it up again', async () => {
    const [best, second] = await asking.experts(word, 2);
    const id = await asking.ask(asker, word, { after: 'NEVER' });
    await asking.pass(id, 100);
    expect([await asking.askedNow(id), await asking.routing(asker, id)]).toEqual([null, { state: 'OFF', after: 'NEVER', askAt: null }]);
    await expect(set(asker, id, 'TWO_DAYS')).resolves.toEqual({ askExpertsAfter: { expertRouting: { state: 'WAITING', after: 'TWO_DAYS' } } });
    await asking.due();
    expect(await asking.askedNow(id)).toBe(best?.id);
    await expect(set(asker, id, 'NEVER')).resolves.toEqual({ askExpertsAfter: { expertRouting: { state: 'OFF', after: 'NEVER' } } });
    expect([await asking.askedNow(id), await asking.requests(best as PersonEntity)]).toEqual([null, []]);
    await set(asker, id, 'FOUR_HOURS');
    await asking.due();
    expect(await asking.askedNow(id)).toBe(second?.id);
  });

  it('may choose for a question that is older than the choice, which by itself goes to nobody', async () => {
    await asking.experts(word, 1);
    const { id } = await aPost().by(asker).asking('Who?').saying(`Who sets the ${word}?`).save(api.manager);
    await asking.pass(id, 100);
    expect([await asking.askedNow(id), await asking.routing(asker, id)]).toEqual([null, { state: 'OFF', after: 'NEVER', askAt: null }]);
    await set(asker, id, 'FOUR_HOURS');
    await asking.due();
    expect(await asking.askedNow(id)).not.toBeNull();
  });

  it.each([
    ['another’s question', async () => ({ by: await asking.worker(), id: await asking.ask(asker, word) }), 'EXPERT_QUESTION_NOT_YOURS'],
    ['a question out of sight', async () => ({ by: await asking.worker(), id: await asking.ask(asker, word, { in: await aCommunity().being('closed').with(asker).save(api.manager) }) }), 'EXPERT_QUESTION_NOT_FOUND'],
    ['what is no question', async () => ({ by: asker, id: (await aPost().by(asker).save(api.manager)).id }), 'EXPERT_QUESTION_NOT_FOUND'],
    ['what is no identifier', async () => ({ by: asker, id: '17' }), 'ID_INVALID'],
    ['an answered question', async () => ({ by: asker, id: await answered() }), 'EXPERT_ASKING_OVER'],
  ])('does not choose for %s', async (_what, made, code) => {
    const { by, id } = await made();
    await expect(set(by, id, 'FOUR_HOURS')).rejects.toMatchObject({ code });
  });

  async function answered(): Promise<string> {
    const id = await asking.ask(asker, word);
    await asking.answer(await asking.worker(), id);
    return id;
  }
});

describe('whoever is asked', () => {
  const told = async (person: PersonEntity) => {
    const { notifications } = await api.as(person).send<{ notifications: { edges: { node: { kind: string; target: { type: string; title: string; parent: { id: string } } } }[] } }>(
      '{ notifications(first: 9) { edges { node { kind target { type title parent { id } } } } } }',
    );
    return notifications.edges.map(({ node }) => node);
  };

  it('is told once, as long as it is their turn', async () => {
    const [best] = (await asking.experts(word, 1)) as [PersonEntity];
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    expect(await told(best)).toEqual([{ kind: 'EXPERT_REQUEST', target: { type: 'expert-request', title: `Who sets the ${word}?`, parent: { id } } }]);
    await asking.decline(best);
    expect(await told(best)).toEqual([]);
  });

  it('costs the same number of statements whatever they are asked', async () => {
    const [best] = (await asking.experts(word, 1)) as [PersonEntity];
    const statements = async () => (await api.statementsOf(() => asking.requests(best))).length;
    const one = await asking.ask(asker, word);
    await asking.pass(one, 25);
    await asking.requests(best);
    const ofOne = await statements();
    for (let more = 0; more < 2; more += 1) await asking.pass(await asking.ask(asker, word), 25);
    expect(await asking.requests(best)).toHaveLength(3);
    expect(await statements()).toBe(ofOne);
  });
});
