import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import type { Change } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import { draftsOf } from '../testing/draft-api.ts';
import { startTalk } from '../testing/talk-api.ts';

let api: TestApi;
let writer: PersonEntity, colleague: PersonEntity;
let sockets: Socket[];

beforeAll(async () => {
  api = await startTalk();
});
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  sockets = [];
});
afterEach(() => sockets.forEach((socket) => socket.disconnect()));

/** A device of theirs, and what it hears. */
async function aDevice(person: PersonEntity): Promise<{ heard: Change[]; hasHeard: () => Promise<unknown> }> {
  const heard: Change[] = [];
  const socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(person.id) }, forceNew: true });
  sockets.push(socket);
  socket.on('changed', (change: Change) => heard.push(change));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  // What was told before comes before the answer.
  return { heard, hasHeard: () => socket.emitWithAck('watch', { topic: 'home' }) };
}

describe('the devices of a writer', () => {
  it('hear at once that a draft was saved or is finished, by its version; those of others hear nothing', async () => {
    const [office, phone, other] = [await aDevice(writer), await aDevice(writer), await aDevice(colleague)];
    const drafts = draftsOf(api, writer);
    const [first, second] = [randomUUID(), randomUUID()];
    await drafts.kept({ version: first });
    await drafts.kept({ version: second, basedOn: [first] });
    await drafts.save({ version: randomUUID(), basedOn: [] });
    await drafts.throwAway('post.home', [second]);
    await api.settled();
    await Promise.all([office, phone, other].map(({ hasHeard }) => hasHeard()));

    const told = (kind: string, id: string) => ({ topic: 'drafts', kind, id, authorId: writer.id });
    const expected = [told('draft.saved', first), told('draft.saved', second), told('draft.finished', second)];
    expect([office.heard, phone.heard, other.heard]).toEqual([expected, expected, []]);
  });
});
