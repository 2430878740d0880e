import { Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { stateOf, topicForm, topicOf, watchRoom } from './socket-state.ts';

export type CanWatch = (personId: string, id: string) => Promise<boolean>;
export type RoomsOf = (personId: string) => Promise<string[]>;

const maxWatched = 100;

/** Which rooms a socket is in: those that domains put its person into, and the topics that its client asked for and may watch. */
export class SocketRules {
  private readonly logger = new Logger(SocketRules.name);
  readonly topics = new Map<string, CanWatch>();
  readonly roomSources: RoomsOf[] = [];

  /** One after another: what was read before must not be applied after. */
  apply(socket: Socket): Promise<void> {
    const state = stateOf(socket);
    const applied = state.applied.then(() => this.applyNow(socket));
    state.applied = applied.catch(() => undefined);
    return applied;
  }

  private async applyNow(socket: Socket): Promise<void> {
    const { owner, watched } = stateOf(socket);
    const allowed = new Set([socket.id]);
    for (const rooms of await Promise.all(this.roomSources.map((source) => source(owner.personId)))) for (const room of rooms) allowed.add(room);
    for (const topic of watched) {
      if (await this.mayWatch(owner.personId, topic)) allowed.add(watchRoom(topic));
      else watched.delete(topic);
    }
    for (const room of socket.rooms) if (!allowed.has(room)) await socket.leave(room);
    await socket.join([...allowed]);
  }

  /** A client asks to hear of a topic; answered by `{ ok }`. */
  async watch(socket: Socket, message: unknown, acknowledge: unknown): Promise<void> {
    const { owner, watched } = stateOf(socket);
    const topic = topicOf(message);
    let ok = false;
    if (topic && (watched.has(topic) || watched.size < maxWatched)) {
      // Taken before the answer: many at once must not pass the limit, and a refresh meanwhile must find it to take it back.
      watched.add(topic);
      const allowed = await this.mayWatch(owner.personId, topic).catch((error: unknown) => {
        this.logger.error({ err: error }, 'A topic could not be checked.');
        return false;
      });
      if (!allowed) watched.delete(topic);
      ok = watched.has(topic);
      if (ok) await socket.join(watchRoom(topic));
    }
    if (typeof acknowledge === 'function') acknowledge({ ok });
  }

  async unwatch(socket: Socket, message: unknown): Promise<void> {
    const topic = topicOf(message);
    if (!topic || !stateOf(socket).watched.delete(topic)) return;
    await socket.leave(watchRoom(topic));
  }

  private async mayWatch(personId: string, topic: string): Promise<boolean> {
    // Home needs no rule of its own: what is told there goes to rooms that have theirs.
    if (topic === 'home') return true;
    const [, kind, id] = topicForm.exec(topic) ?? [];
    const canWatch = kind ? this.topics.get(kind) : undefined;
    return canWatch && id ? canWatch(personId, id) : false;
  }
}
