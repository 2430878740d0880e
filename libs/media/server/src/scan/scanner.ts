import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { ClamdAddress } from '../media.config.ts';
import { mediaErrors } from '../media.errors.ts';

/**
 * Asks clamd about a file before anybody can read it. A scanner that is configured but does not answer lets nothing through.
 *
 * The protocol (`man clamd`, INSTREAM) is spoken here: the clamscan package never settles when clamd closes in the middle, and sends without
 * waiting for the socket, which would put 100 MB into memory for each upload.
 */
export class VirusScanner {
  private readonly logger = new Logger('VirusScanner');
  private readonly address: ClamdAddress | null;
  private readonly timeoutMs: number;

  constructor(address: ClamdAddress | null, timeoutMs = 60_000) {
    this.address = address;
    this.timeoutMs = timeoutMs;
  }

  /** Errors: FILE_INFECTED, FILE_SCANNER_UNREACHABLE. Without a scanner, everything passes. */
  async check(path: string): Promise<void> {
    if (!this.address) return;
    const verdict = await this.ask(path, this.address).catch((error: unknown) => {
      this.logger.error({ err: error }, 'The virus scanner did not answer.');
      throw mediaErrors.scannerUnreachable();
    });
    if (/^stream: .+ FOUND$/.test(verdict)) throw mediaErrors.fileInfected();
    if (verdict === 'stream: OK') return;
    // Neither clean nor infected, such as a file past clamd’s own StreamMaxLength: nobody knows, so nobody gets it.
    this.logger.error({ verdict }, 'The virus scanner could not scan a file.');
    throw mediaErrors.scannerUnreachable();
  }

  private async ask(path: string, address: ClamdAddress): Promise<string> {
    const socket = 'socket' in address ? connect(address.socket) : connect(address.port, address.host);
    socket.setTimeout(this.timeoutMs, () => socket.destroy(new Error('The virus scanner took too long.')));
    // Listened for from the start: clamd may answer, or hang up, before it has had everything.
    const answer = answerOf(socket);
    try {
      await Promise.race([once(socket, 'connect').then(() => send(socket, path)), answer]);
      return await answer;
    } finally {
      socket.destroy();
    }
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (socket.destroyed) return;
    const size = Buffer.alloc(4);
    size.writeUInt32BE(chunk.length);
    socket.write(size);
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(Buffer.alloc(4));
}

/** What clamd says until its NUL; fails when it hangs up before. */
function answerOf(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    if (text.includes('\0') || text.length > 1_000) resolve(text.split('\0')[0]?.trim() ?? '');
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('The virus scanner hung up.')));
  return promise;
}
