import type { Server as HttpServer } from 'node:http';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Server, type Socket } from 'socket.io';
import { Config } from '../config/config.ts';
import { DomainError } from '../errors/domain-error.ts';
import { platformErrors } from '../errors/platform.errors.ts';

/** Who is at the other end of a socket. */
export interface SocketOwner {
  personId: string;
  sessionId: string;
  /** When the session ends: the socket does not outlive it. */
  endsAt: Date;
}

/** What a client is told: that something about `topic` changed. Ids only; whoever wants the words asks for them, through the access rules. */
export interface Change {
  topic: string;
  /** For example `post.published`. */
  kind: string;
  id: string;
  authorId: string;
}

type Authenticate = (cookieHeader: string | undefined) => Promise<SocketOwner | null>;
type CanWatch = (personId: string, id: string) => Promise<boolean>;
type RoomsOf = (personId: string) => Promise<string[]>;

interface SocketState {
  owner: SocketOwner;
  /** Topics that the client asked for, each let in by its rule. */
  watched: Set<string>;
  /** Ends when the rules were last applied. */
  applied: Promise<void>;
}

const maxWatched = 100;
// What setTimeout takes at most; nobody keeps a page open for 24 days.
const longestTimeoutMs = 2 ** 31 - 1;
const topicForm = /^([a-z-]+):([0-9a-f-]{36})$/;

/**
 * The sockets of everybody who has Parvis open. Domains say which rooms a person belongs in (`roomsOf`) and who may watch a topic (`topic`),
 * both through their visibility rule, and send changes to rooms. `refresh` applies the rules again when somebody's access changed.
 */
@Injectable()
export class Realtime implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Realtime.name);
  private readonly io: Server;
  /** Those that are being let in included: what changes meanwhile concerns them too. */
  private readonly sockets = new Set<Socket>();
  private readonly topics = new Map<string, CanWatch>();
  private readonly roomSources: RoomsOf[] = [];
  private authenticate: Authenticate = async () => null;

  constructor(config: Config) {
    this.io = new Server({
      serveClient: false,
      // A page of another site must not open a socket with the person's cookie.
      allowRequest: (request, allow) => allow(null, !request.headers.origin || request.headers.origin === new URL(config.publicUrl).origin),
      maxHttpBufferSize: 10_000,
    });
    this.io.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(this.refusalOf(error)),
      );
    });
    this.io.on('connection', (socket: Socket) => {
      socket.on('watch', (message: unknown, acknowledge: unknown) => void this.watch(socket, message, acknowledge));
      socket.on('unwatch', (message: unknown) => void this.unwatch(socket, message));
    });
  }

  attach(server: HttpServer): void {
    this.io.attach(server, { path: '/socket.io' });
  }

  authenticateWith(authenticate: Authenticate): void {
    this.authenticate = authenticate;
  }

  /** Lets clients watch `<kind>:<id>` when `canWatch` says so. */
  topic(kind: string, canWatch: CanWatch): void {
    this.topics.set(kind, canWatch);
  }

  /** Rooms that a person's sockets are in without asking. */
  roomsOf(source: RoomsOf): void {
    this.roomSources.push(source);
  }

  /** Tells everybody in any of `rooms`, once each. */
  tell(rooms: string[], change: Change): void {
    if (rooms.length > 0) this.io.to(rooms).emit('changed', change);
  }

  /** Tells everybody who watches the topic. */
  tellWatchers(change: Change): void {
    this.io.to(watchRoom(change.topic)).emit('changed', change);
  }

  /** Applies the rules again to all sockets of a person: call it when what they may see has changed. */
  async refresh(personId: string): Promise<void> {
    await Promise.all(this.socketsOf({ personId }).map((socket) => this.applyRules(socket)));
  }

  disconnectSession(sessionId: string): void {
    for (const socket of this.socketsOf({ sessionId })) cut(socket);
  }

  disconnectPerson(personId: string): void {
    for (const socket of this.socketsOf({ personId })) cut(socket);
  }

  get connections(): number {
    return this.io.engine?.clientsCount ?? 0;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.io.close();
  }

  private async admit(socket: Socket): Promise<void> {
    const owner = await this.authenticate(socket.handshake.headers.cookie);
    if (!owner) throw platformErrors.unauthenticated();
    socket.data = { owner, watched: new Set(), applied: Promise.resolve() } satisfies SocketState;
    this.sockets.add(socket);
    const expiry = setTimeout(() => cut(socket), Math.min(owner.endsAt.getTime() - Date.now(), longestTimeoutMs));
    expiry.unref();
    socket.conn.once('close', () => {
      clearTimeout(expiry);
      this.sockets.delete(socket);
    });
    try {
      // Once more, now that whoever ends the session would find this socket: it may have ended since the first look.
      if (!(await this.authenticate(socket.handshake.headers.cookie))) throw platformErrors.unauthenticated();
      await this.applyRules(socket);
    } catch (error) {
      clearTimeout(expiry);
      this.sockets.delete(socket);
      throw error;
    }
  }

  /** What the client is told: a code, never the words of a bug. */
  private refusalOf(error: unknown): Error {
    if (error instanceof DomainError) return error;
    this.logger.error({ err: error }, 'A socket could not be let in.');
    return new Error('INTERNAL');
  }

  private socketsOf(wanted: Partial<SocketOwner>): Socket[] {
    return [...this.sockets].filter((socket) => {
      const { personId, sessionId } = stateOf(socket).owner;
      return personId === wanted.personId || sessionId === wanted.sessionId;
    });
  }

  /** One after another: what was read before must not be applied after. */
  private applyRules(socket: Socket): Promise<void> {
    const state = stateOf(socket);
    const applied = state.applied.then(() => this.applyRulesNow(socket));
    state.applied = applied.catch(() => undefined);
    return applied;
  }

  private async applyRulesNow(socket: Socket): Promise<void> {
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

  private async watch(socket: Socket, message: unknown, acknowledge: unknown): Promise<void> {
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

  private async unwatch(socket: Socket, message: unknown): Promise<void> {
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

const stateOf = (socket: Socket): SocketState => socket.data as SocketState;
const watchRoom = (topic: string): string => `watch/${topic}`;

function cut(socket: Socket): void {
  if (socket.connected) socket.disconnect(true);
  // Still being let in: without its connection it never will be.
  else socket.conn.close();
}

function topicOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('topic' in message)) return null;
  return typeof message.topic === 'string' && message.topic.length <= 100 ? message.topic : null;
}
