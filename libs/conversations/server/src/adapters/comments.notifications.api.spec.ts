import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { comment, startTalk } from '../testing/talk-api.ts';

let api: TestApi;
let asker: PersonEntity, helper: PersonEntity, animator: PersonEntity, stranger: PersonEntity;
let question: CommunityEntity;

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());
beforeEach(async () => {
  [asker, helper, animator, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  question = await aCommunity().named('Ask away').being('secret').with(helper).animatedBy(asker, animator).save(api.manager);
});

const { told, unread, markRead, change } = aNotificationReader(() => api);
const accept = (by: PersonEntity, { id }: { id: string }, accepted = true) => api.as(by).send('mutation ($id: ID!, $accepted: Boolean!) { acceptAnswer(id: $id, accepted: $accepted) { id } }', { id, accepted });
const acceptances = async (person: PersonEntity) => (await told(person)).filter(([kind]) => kind === 'ACCEPTED_ANSWER').map(([, , id]) => id);
const naming = (...named: PersonEntity[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'See ' }, ...named.map(({ id, displayName }) => ({ type: 'mention', attrs: { id, label: displayName } }))] }],
});
const edit = (by: PersonEntity, { id }: { id: string }, body: object) => api.as(by).send('mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }', { input: { id, body } });

describe('an answer that is accepted', () => {
  it('is told to whoever gave it, and no more when it is taken back before they read it, be it by somebody else', async () => {
    const answer = await comment(api, helper, question);
    await accept(asker, answer);
    expect(await told(helper)).toEqual([['ACCEPTED_ANSWER', 'comment', answer.id, 'Well said']]);
    expect([await acceptances(asker), await acceptances(stranger)]).toEqual([[], []]);
    await accept(animator, answer, false);
    expect(await told(helper)).toEqual([]);
  });

  it('takes the place of another one, also in notifications', async () => {
    const [first, second] = [await comment(api, helper, question), await comment(api, animator, question)];
    await accept(asker, first);
    expect(await acceptances(helper)).toEqual([first.id]);
    await accept(asker, second);
    expect([await acceptances(helper), await acceptances(animator)]).toEqual([[], [second.id]]);
  });

  it('is no news the second time, nor to oneself, nor to whoever muted the thread or turned it off', async () => {
    const answer = await comment(api, helper, question);
    await accept(asker, answer);
    await api.settled();
    await change(helper, { hasQuietHours: false });
    await markRead(helper, { upTo: 1_000 });
    for (const accepted of [false, true]) await accept(asker, answer, accepted);
    await api.settled();
    expect(await unread(helper)).toBe(0);

    const own = await comment(api, asker, question);
    await accept(asker, own);
    expect(await acceptances(asker)).toEqual([]);

    const [silent] = (await people(api.manager, 1)) as [PersonEntity];
    const other = await aCommunity().named('Ask more').with(helper, silent).animatedBy(asker).save(api.manager);
    await api.as(helper).send('mutation ($input: SetThreadStateInput!) { setThreadState(input: $input) { id } }', { input: { subject: { type: 'community', id: other.id }, state: 'MUTED' } });
    await change(silent, { offKinds: ['ACCEPTED_ANSWER'] });
    for (const by of [helper, silent]) await accept(asker, await comment(api, by, other));
    expect([await acceptances(helper), await acceptances(silent)]).toEqual([[answer.id], []]);
  });
});

describe('somebody whom an edit mentions', () => {
  it('is told once, in a place that they may read; those who were mentioned before are not told again', async () => {
    const said = await comment(api, helper, question, { body: naming(animator) });
    await edit(helper, said, naming(animator, asker, helper, stranger));
    for (const person of [animator, asker]) expect((await told(person)).filter(([kind]) => kind === 'MENTION')).toEqual([['MENTION', 'comment', said.id, expect.stringContaining('See @')]]);
    expect([await told(helper), await told(stranger)]).toEqual([[], []]);

    await change(asker, { hasQuietHours: false });
    await markRead(asker, { upTo: 1_000 });
    await edit(helper, said, naming(animator));
    await edit(helper, said, naming(animator, asker));
    await api.settled();
    expect(await unread(asker)).toBe(0);
  });

  it('follows the thread from then on', async () => {
    const said = await comment(api, helper, question);
    const [reader] = (await people(api.manager, 1)) as [PersonEntity];
    await api.as(asker).send('mutation ($communityId: ID!, $personId: ID!) { addCommunityMember(communityId: $communityId, personId: $personId) { id } }', { communityId: question.id, personId: reader.id });
    await edit(helper, said, naming(reader));
    await comment(api, animator, question);
    expect((await told(reader)).map(([kind]) => kind)).toEqual(['REPLY', 'MENTION', 'ADMISSION']);
  });
});
