import type { Socket } from 'socket.io-client';

import { addressOf } from '../address.ts';

/** That something about a topic changed; what exactly is asked from the API, through its access rules. */
export interface Change {
  topic: string;
  kind: string;
  id: string;
  authorId: string | null;
  /** How many there are now, where that is all that changed. */
  count?: number;
}

export interface Watcher {
  onChange: (change: Change) => void;
  /** The connection was lost and is back: changes may have been missed. */
  onReconnect?: () => void;
  /** From here on every change is told, at first and after each reconnection: what was read before may lack some. */
  onListening?: () => void;
}

const watchers = new Map<string, Set<Watcher>>();
let connection: Promise<Socket> | undefined;

async function connect(): Promise<Socket> {
  const { io } = await import('socket.io-client');
  const socket = io({ path: addressOf('/socket.io'), withCredentials: true });
  let wasConnected = false;

  socket.on('connect', () => {
    for (const topic of watchers.keys()) listen(socket, topic);
    if (wasConnected) for (const set of watchers.values()) for (const watcher of set) watcher.onReconnect?.();
    wasConnected = true;
  });
  socket.on('changed', (change: Change) => {
    for (const watcher of watchers.get(change.topic) ?? []) watcher.onChange(change);
  });
  return socket;
}

/** The server answers when it has let the viewer in. Refused: the topic is out of their sight, and so is its page. */
function listen(socket: Socket, topic: string): void {
  socket.emit('watch', { topic }, () => {
    for (const watcher of watchers.get(topic) ?? []) watcher.onListening?.();
  });
}

function ignore(): void {}

/** The one connection. When its code cannot be fetched, whoever listens next tries again; until then nothing is told. */
function connected(then: (socket: Socket) => void): void {
  connection ??= connect().catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  // News are an extra: a page that does not hear of them still shows what it read.
  connection.then(then, ignore);
}

/** Listens to a topic until the returned function is called. One connection and one room per topic, however many listen. */
export function watchTopic(topic: string, watcher: Watcher): () => void {
  const known = watchers.get(topic);
  if (known) known.add(watcher);
  else watchers.set(topic, new Set([watcher]));
  connected((socket) => {
    // Not connected yet: the connect handler asks for every topic.
    if (!known && socket.connected && watchers.has(topic)) listen(socket, topic);
  });

  return () => {
    const set = watchers.get(topic);
    if (!set?.delete(watcher) || set.size > 0) return;
    watchers.delete(topic);
    void connection?.then((socket) => {
      if (socket.connected && !watchers.has(topic)) socket.emit('unwatch', { topic });
    }, ignore);
  };
}
