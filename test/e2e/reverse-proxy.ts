import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A small reverse proxy, such as stands before Parvis in a company: it passes on what lies below a sub-path, and says by which name it was asked. */
export class ReverseProxy {
  private readonly server: Server;
  private upstream = 0;
  /** Addresses that were asked for beside the sub-path: pages of Parvis must not know of any. */
  readonly stray: string[] = [];

  constructor(private readonly subPath: string) {
    this.server = createServer((request, response) => {
      const address = request.url ?? '';
      if (!this.isBelow(address)) {
        this.stray.push(address);
        response.writeHead(404).end('Another application of the company.');
        return;
      }
      const passed = ask({ host: '127.0.0.1', port: this.upstream, method: request.method, path: address, headers: this.headersOf(request) }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      request.pipe(passed);
    });
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, resolve));
  }

  passTo(port: number): void {
    this.upstream = port;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.isBelow(request.url ?? '')) {
      this.stray.push(request.url ?? '');
      socket.destroy();
      return;
    }
    const passed = connect(this.upstream, '127.0.0.1', () => {
      const lines = Object.entries(this.headersOf(request)).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}`));
      passed.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      passed.write(head);
      socket.pipe(passed).pipe(socket);
    });
    for (const end of [socket, passed]) end.on('error', () => [socket, passed].forEach((one) => one.destroy()));
  }

  private headersOf({ headers, socket }: IncomingMessage): IncomingMessage['headers'] {
    return { ...headers, host: `127.0.0.1:${this.upstream}`, 'x-forwarded-host': headers.host, 'x-forwarded-proto': 'http', 'x-forwarded-for': socket.remoteAddress };
  }

  private isBelow(address: string): boolean {
    return address === this.subPath || address.startsWith(`${this.subPath}/`) || address.startsWith(`${this.subPath}?`);
  }
}
