import { richTextOf } from '@parvis/conversations/server';
import { newId, Realtime, type Change } from '@parvis/platform/server';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { operationOf } from '../access-matrix/operation.ts';
import { sent } from '../access-matrix/observe.ts';
import type { PlantedCompany } from '../access-matrix/planted-company.ts';
import type { Column } from '../access-matrix/row.ts';
import { strangers } from './fuzzer.ts';

/** What a client may send that is no topic at all. */
const nonsense: unknown[] = [undefined, null, 7, '', [], {}, { topic: null }, { topic: {} }, { topic: ['home'] }, { topic: '__proto__' }, { topic: 'x'.repeat(5_000) }, { topic: 'post:' }, { topic: 'post:%00' }, { topic: `post:${newId()}'--` }, { topic: 'person/1' }, { topic: { toString: 1 } }];

/** The sockets of all strangers: what they are let watch, and what they hear. */
export class Eavesdropper {
  readonly heard: { column: Column; change: Change }[] = [];
  private readonly sockets = new Map<Column, Socket>();

  constructor(private readonly company: PlantedCompany) {}

  async open(): Promise<void> {
    for (const column of strangers.filter((one) => one !== 'nobody' && one !== 'leaver')) {
      const socket = io(this.company.api.url, { transports: ['websocket'], extraHeaders: { cookie: this.company.world.cookies[column] }, forceNew: true, reconnection: false });
      socket.on('changed', (change: Change) => void this.heard.push({ column, change }));
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
      this.sockets.set(column, socket);
    }
  }

  close(): void {
    for (const socket of this.sockets.values()) socket.disconnect();
  }

  /** Asks for every kind of topic with every id of the closed community, each under other kinds too, in a random order and among nonsense. Returns what was let through. */
  async watchAll(ids: readonly string[], seed: number): Promise<string[]> {
    const kinds = this.company.api.app.get(Realtime).topicKinds;
    const topics: unknown[] = [...kinds.flatMap((kind) => ids.flatMap((id) => [`${kind}:${id}`, `${kind.toUpperCase()}:${id}`, ` ${kind}:${id}`, `${kind}:${id.toUpperCase()}`])).map((topic) => ({ topic })), ...nonsense];
    const [shuffled = []] = fc.sample(fc.shuffledSubarray(topics, { minLength: topics.length }), { seed, numRuns: 1 });
    const allowed: string[] = [];
    for (const [column, socket] of this.sockets) {
      for (const message of shuffled) {
        const { ok } = (await socket.emitWithAck('watch', message)) as { ok: boolean };
        if (ok) allowed.push(`${column}: ${JSON.stringify(message)}`);
      }
    }
    return allowed;
  }

  /** `member` writes in the closed community; resolves when everybody who is told was told. */
  async letThingsHappen(): Promise<void> {
    const { api, schema, world } = this.company;
    const does = async (field: string, input: object) => {
      const operation = operationOf(schema, { kind: 'mutation', name: field, steps: [{ field, args: { input } }], expected: {} });
      const { answer, bytes } = await sent(api, world.cookies.member, operation);
      if (answer.errors) throw new Error(bytes);
    };
    const subject = (type: string, id: string) => ({ type, id });
    await does('createPost', { key: newId(), kind: 'STATUS', communityId: world.closed, body: richTextOf('News') });
    for (const about of [subject('post', world.memberPost), subject('idea', world.authorIdea), subject('wiki-page', world.wikiPage), subject('ama-question', world.answeredAmaQuestion)]) {
      await does('addComment', { key: newId(), subject: about, body: richTextOf('More'), asksAuthors: false });
    }
    await api.settled();
    for (const socket of this.sockets.values()) await socket.emitWithAck('watch', { topic: 'home' });
  }
}
