import { postPublished } from '@parvis/feed/server';
import type { TestApi } from '@parvis/identity/server/testing';
import { Transactions } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import type { RandomOrganisation } from './random-organisation.ts';

/** One open page for each person. */
export class Listeners {
  /** For each listener, the ids told on the home topic. */
  readonly heard: Set<string>[];

  private constructor(private readonly sockets: Socket[]) {
    this.heard = sockets.map(() => new Set());
    for (const [listener, socket] of sockets.entries()) {
      socket.on('changed', ({ topic, id }: { topic: string; id: string }) => topic === 'home' && this.heard[listener]?.add(id));
    }
  }

  static async open(api: TestApi, personIds: string[]): Promise<Listeners> {
    const sockets = await Promise.all(
      personIds.map(async (id) => {
        const socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(id) }, forceNew: true });
        await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
        return socket;
      }),
    );
    return new Listeners(sockets);
  }

  /** For each listener, whether it was let in to each topic. */
  async watch(topics: string[]): Promise<boolean[][]> {
    return Promise.all(
      this.sockets.map((socket) => Promise.all(topics.map(async (topic) => ((await socket.emitWithAck('watch', { topic })) as { ok: boolean }).ok))),
    );
  }

  /** Resolves when everything that was sent so far has arrived: an answer comes after what was sent before it. */
  async caughtUp(): Promise<void> {
    await this.watch(['home']);
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}

/** Publishes every post that is not deleted once more, as an event, and says which listeners were told of each. */
export async function audiencesOf(api: TestApi, listeners: Listeners, ids: { people: string[]; communities: string[]; posts: string[] }, organisation: RandomOrganisation): Promise<Map<number, number[]>> {
  const alive = organisation.posts.flatMap((post, index) => (post.deleted ? [] : [{ ...post, index }]));
  await api.app.get(Transactions).run(async (tx) => {
    for (const { index, author, community } of alive) {
      tx.emit(postPublished({ postId: ids.posts[index]!, authorId: ids.people[author]!, writtenById: null, communityId: community === null ? null : ids.communities[community]!, mentionedIds: [] }));
    }
  });
  await api.settled();
  await listeners.caughtUp();
  return new Map(alive.map(({ index }) => [index, listeners.heard.flatMap((heard, listener) => (heard.has(ids.posts[index]!) ? [listener] : []))]));
}
