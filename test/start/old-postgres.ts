import { createServer, type Server, type Socket } from 'node:net';

/**
 * Speaks just enough of PostgreSQL's protocol (version 3.0: start-up, simple and extended queries) to pass for an old server: whatever is asked,
 * the answer is one row whose columns hold the version. Nobody has a PostgreSQL 14 at hand on every machine where tests run.
 */
export function oldPostgres(versionNumber: number, versionText: string): Promise<{ port: number; close: () => void }> {
  const server: Server = createServer((socket) => converse(socket, versionNumber, versionText));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: address && typeof address === 'object' ? address.port : 0, close: () => server.close() });
    });
  });
}

function converse(socket: Socket, versionNumber: number, versionText: string): void {
  let isStarted = false;
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    if (!isStarted) {
      isStarted = true;
      socket.write(Buffer.concat([message('R', int32(0)), message('S', text('server_version', versionText)), ready]));
      return;
    }
    for (const { kind, body } of messages(data)) {
      if (kind === 'Q') socket.write(Buffer.concat([row(body.includes('server_version_num') ? String(versionNumber) : versionText), ready]));
      if (kind === 'X') socket.end();
    }
  });
}

const int32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
};
const int16 = (value: number): Buffer => {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
};
const text = (...values: string[]): Buffer => Buffer.from(values.map((value) => `${value}\0`).join(''));
const message = (kind: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
const ready = message('Z', Buffer.from('I'));
const textType = 25;

function row(value: string): Buffer {
  const column = Buffer.concat([text('version'), int32(0), int16(0), int32(textType), int16(-1), int32(-1), int16(0)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([message('T', Buffer.concat([int16(1), column])), message('D', Buffer.concat([int16(1), int32(bytes.length), bytes])), message('C', text('SELECT 1'))]);
}

function* messages(data: Buffer): Generator<{ kind: string; body: string }> {
  for (let at = 0; at + 5 <= data.length; ) {
    const length = data.readInt32BE(at + 1);
    yield { kind: String.fromCharCode(data[at] ?? 0), body: data.subarray(at + 5, at + 1 + length).toString() };
    at += 1 + length;
  }
}
