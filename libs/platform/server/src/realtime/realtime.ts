import type { Server as HttpServer } from 'node:http';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Server, type Socket } from 'socket.io';
import { ProcessChannel } from '../cluster/process-channel.ts';
import { Config } from '../config/config.ts';
import { DomainError } from '../errors/domain-error.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { within } from '../time/within.ts';
import { SocketRules, type CanWatch, type RoomsOf } from './socket-rules.ts';
import { cut, drop, stateOf, watchRoom, type SocketState } from './socket-state.ts';

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
  /** Null when it is nobody's to know. */
  authorId: string | null;
  /** How many there are now, where that is all that changed. */
  count?: number;
  /** How far a person’s sequence is, for those who catch up by it. */
  seq?: number;
}

type Authenticate = (cookieHeader: string | undefined) => Promise<SocketOwner | null>;

/** What every process does to its own sockets when one of them says so. */
type Message = { tell: Change; rooms: string[]; except: string[] } | Refresh | { cut: Partial<SocketOwner> };
/** To whom the rules are to be applied again: a person, or all who watch something. */
type Refresh = { refresh: string } | { refreshWatchers: true };

// What setTimeout takes at most; nobody keeps a page open for 24 days.
const longestTimeoutMs = 2 ** 31 - 1;
// Rooms of one message, so that it stays within what a message may be long.
const roomsPerMessage = 100;
// Of one person, in this process: more than anybody has pages open.
const mostSocketsOfPerson = 100;
const refreshLimitMs = 5_000;
// Fewer than the connections to the database, which others need meanwhile.
const socketsAtOnce = 8;

/**
 * The sockets of everybody who has Parvis open. Domains say which rooms a person belongs in (`roomsOf`) and who may watch a topic (`topic`),
 * both through their visibility rule, and send changes to rooms. `refresh` applies the rules again when somebody's access changed.
 *
 * Sockets live in several processes: what is told, refreshed or cut is said to all of them over `ProcessChannel`, in one order. News that is told
 * after a `refresh` was awaited reaches nobody, in any process, whom the rules have shut out.
 */
@Injectable()
export class Realtime implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(Realtime.name);
  private readonly io: Server;
  /** Those that are being let in included: what changes meanwhile concerns them too. */
  private readonly sockets = new Set<Socket>();
  private readonly rules = new SocketRules();
  /** Refreshes that could not be said yet: they go before anything else is told. */
  private readonly unsaid = new Map<string, Refresh>();
  private attached = false;
  private authenticate: Authenticate = async () => null;

  constructor(
    private readonly config: Config,
    private readonly channel: ProcessChannel,
  ) {
    this.io = new Server({
      serveClient: false,
      // A page of another site must not open a socket with the person's cookie.
      allowRequest: (request, allow) => allow(null, !request.headers.origin || config.addresses.origins.has(request.headers.origin)),
      maxHttpBufferSize: 10_000,
    });
    this.io.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(this.refusalOf(error)),
      );
    });
    this.io.on('connection', (socket: Socket) => {
      socket.on('watch', (message: unknown, acknowledge: unknown) => void this.rules.watch(socket, message, acknowledge));
      socket.on('unwatch', (message: unknown) => void this.rules.unwatch(socket, message));
    });
  }

  onModuleInit(): void {
    this.channel.onMessage((message) => this.hear(message as Message));
    // Somebody may have lost access unheard: all come back at once, and are let in by the rules as they are now.
    this.channel.onGap(() => this.admitAnew());
  }

  attach(server: HttpServer): void {
    this.io.attach(server, { path: '/socket.io' });
    // Sockets that poll are answered beside the application.
    this.io.engine.use(securityHeaders(this.config));
    this.attached = true;
  }

  authenticateWith(authenticate: Authenticate): void {
    this.authenticate = authenticate;
  }

  /** Lets clients watch `<kind>:<id>` when `canWatch` says so. */
  topic(kind: string, canWatch: CanWatch): void {
    this.rules.topics.set(kind, canWatch);
  }

  /** The kinds of which something can be watched, for whoever checks them all. */
  get topicKinds(): string[] {
    return [...this.rules.topics.keys()];
  }

  /** Rooms that a person's sockets are in without asking. */
  roomsOf(source: RoomsOf): void {
    this.rules.roomSources.push(source);
  }

  /**
   * Tells everybody in any of `rooms` and in none of `except` (a few), once each (beyond a hundred rooms, perhaps more than once). Rejects when
   * other processes could not be told.
   */
  async tell(rooms: string[], change: Change, except: string[] = []): Promise<void> {
    for (let from = 0; from < rooms.length; from += roomsPerMessage) {
      await this.say({ tell: change, rooms: rooms.slice(from, from + roomsPerMessage), except });
    }
  }

  /** Tells everybody who watches the topic. Rejects when other processes could not be told. */
  tellWatchers(change: Change): Promise<void> {
    return this.tell([watchRoom(change.topic)], change);
  }

  /** Applies the rules again to all sockets of a person, in every process: call it when what they may see has changed. */
  async refresh(personId: string): Promise<void> {
    this.unsaid.set(personId, { refresh: personId });
    await this.sayRefreshes();
  }

  /** Asks for every watched topic again whether its watcher may: call it when something is no longer for everybody. Dear, since all sockets are asked. */
  async refreshWatchers(): Promise<void> {
    this.unsaid.set('watchers', { refreshWatchers: true });
    await this.sayRefreshes();
  }

  /** Cuts the sockets of a session. Those of this process go at once, whatever the others can be told. */
  disconnectSession(sessionId: string): Promise<void> {
    return this.disconnect({ sessionId });
  }

  /** Cuts all sockets of a person. Those of this process go at once, whatever the others can be told. */
  disconnectPerson(personId: string): Promise<void> {
    return this.disconnect({ personId });
  }

  /** Drops the sockets of this process: their clients come back by themselves, and are let in by the rules as they are now. */
  admitAnew(): void {
    this.sockets.forEach(drop);
  }

  get connections(): number {
    return this.io.engine?.clientsCount ?? 0;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.attached) await this.io.close();
  }

  private async say(message: Message): Promise<void> {
    await this.sayRefreshes();
    await this.channel.publish(message);
  }

  private async sayRefreshes(): Promise<void> {
    for (const [whose, refresh] of this.unsaid) {
      await this.channel.publish(refresh);
      this.unsaid.delete(whose);
    }
  }

  private async disconnect(whose: Partial<SocketOwner>): Promise<void> {
    this.socketsOf(whose).forEach(cut);
    await this.channel.publish({ cut: whose } satisfies Message);
  }

  /** One message after another; the next one waits for this. */
  private async hear(message: Message): Promise<void> {
    if ('tell' in message) this.io.to(message.rooms).except(message.except).emit('changed', message.tell);
    else if ('cut' in message) this.socketsOf(message.cut).forEach(cut);
    else if ('refresh' in message) await this.refreshOrDrop(this.socketsOf({ personId: message.refresh }));
    else await this.refreshOrDrop([...this.sockets].filter((socket) => stateOf(socket).watched.size > 0));
  }

  private async refreshOrDrop(sockets: readonly Socket[]): Promise<void> {
    for (let from = 0; from < sockets.length; from += socketsAtOnce) {
      await Promise.all(sockets.slice(from, from + socketsAtOnce).map((socket) => this.refreshOrDropOne(socket)));
    }
  }

  private async refreshOrDropOne(socket: Socket): Promise<void> {
    try {
      await within(refreshLimitMs, this.rules.apply(socket), 'Applying the rules to a socket');
    } catch (error) {
      // What it may hear is not known: it comes back, and is let in or not.
      this.logger.warn({ err: error }, 'A socket is dropped: its rules could not be applied.');
      drop(socket);
    }
  }

  private async admit(socket: Socket): Promise<void> {
    const owner = await this.authenticate(socket.handshake.headers.cookie);
    if (!owner) throw platformErrors.unauthenticated();
    if (this.socketsOf({ personId: owner.personId }).length >= mostSocketsOfPerson) throw platformErrors.tooManyRequests(60);
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
      await this.rules.apply(socket);
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
}
