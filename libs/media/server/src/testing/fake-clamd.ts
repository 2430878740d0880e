import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The test virus that every scanner knows, in two halves: whole, it would alarm scanners of whoever has this file. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** As much of clamd as we use: INSTREAM. */
export class FakeClamd {
  /** What it answers instead, or `hang up`, or `nothing` at all. */
  behaviour: 'scan' | 'hang up' | 'nothing' | (string & {}) = 'scan';
  readonly scanned: number[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        if (this.behaviour === 'hang up') return void socket.destroy();
        received = Buffer.concat([received, chunk]);
        const content = contentOf(received);
        if (content && this.behaviour !== 'nothing') this.answer(socket, content);
      });
    });
  }

  static async start(): Promise<FakeClamd> {
    const fake = new FakeClamd();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private answer(socket: Socket, content: Buffer): void {
    this.scanned.push(content.length);
    const verdict = content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    socket.end(`${this.behaviour === 'scan' ? verdict : this.behaviour}\0`);
  }
}

/** What was streamed, once it is whole. */
function contentOf(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const size = received.readUInt32BE(at);
    if (size === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
}
