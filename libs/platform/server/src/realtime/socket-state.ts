import type { Socket } from 'socket.io';
import type { SocketOwner } from './realtime.ts';

/** What is remembered with each socket. */
export interface SocketState {
  owner: SocketOwner;
  /** Topics that the client asked for, each let in by its rule. */
  watched: Set<string>;
  /** Ends when the rules were last applied. */
  applied: Promise<void>;
}

export const topicForm = /^([a-z-]+):([0-9a-f-]{36})$/;

export const stateOf = (socket: Socket): SocketState => socket.data as SocketState;
export const watchRoom = (topic: string): string => `watch/${topic}`;

/** Ends a socket for good: its client does not come back by itself. */
export function cut(socket: Socket): void {
  if (socket.connected) socket.disconnect(true);
  // Still being let in: without its connection it never will be.
  else socket.conn.close();
}

/** Ends the connection alone: its client comes back, and is let in anew. */
export function drop(socket: Socket): void {
  socket.conn.close();
}

export function topicOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('topic' in message)) return null;
  return typeof message.topic === 'string' && message.topic.length <= 100 ? message.topic : null;
}
