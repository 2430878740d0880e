import { describe, expect, it, vi } from 'vitest';

import { type Change, watchTopic } from './socket.ts';

const server = vi.hoisted(() => ({ isDown: true, tell: (_change: unknown) => {}, emitted: [] as unknown[][], answer: () => {} }));
vi.mock('socket.io-client', () => ({
  io: () => {
    if (server.isDown) throw new TypeError('Failed to fetch dynamically imported module');
    return {
      connected: true,
      emit: (...message: unknown[]) => {
        server.emitted.push(message.slice(0, 2));
        if (typeof message[2] === 'function') server.answer = message[2] as () => void;
      },
      on: (name: string, handler: (change: unknown) => void) => name === 'changed' && (server.tell = handler),
    };
  },
}));

describe('watchTopic', () => {
  it('tries again for the next listener when the connection could not even be made', async () => {
    watchTopic('home', { onChange: () => {} });
    await vi.dynamicImportSettled();

    server.isDown = false;
    const heard: Change[] = [];
    watchTopic('post:1', { onChange: (change) => heard.push(change) });
    await vi.waitFor(() => expect(server.emitted).toContainEqual(['watch', { topic: 'post:1' }]));
    server.tell({ topic: 'post:1', kind: 'comment.added', id: 'c', authorId: null });

    expect(heard).toHaveLength(1);
  });

  it('says that changes are told from now on once the server has let the viewer in', async () => {
    server.isDown = false;
    const onListening = vi.fn();
    watchTopic('post:2', { onChange: () => {}, onListening });
    await vi.waitFor(() => expect(server.emitted).toContainEqual(['watch', { topic: 'post:2' }]));
    expect(onListening).not.toHaveBeenCalled();

    server.answer();

    expect(onListening).toHaveBeenCalledOnce();
  });
});
