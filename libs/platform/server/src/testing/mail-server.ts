import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerError, type SMTPServerOptions } from 'smtp-server';

/** A letter as the mail server got it. */
export interface ReceivedLetter {
  from: string;
  to: string[];
  raw: string;
}

/** What to answer instead of taking a letter; null takes it. */
export type Refusal = { at: 'sender' | 'recipient' | 'message'; code: number } | null;

/** A mail server (SMTP) for tests, on the loopback address, that keeps what it is given. */
export class TestMailServer {
  readonly received: ReceivedLetter[] = [];
  /** User and password of each login that was tried. */
  readonly logins: string[] = [];
  refusal: Refusal = null;

  readonly port: number;
  private readonly server: SMTPServer;

  private constructor(server: SMTPServer, port: number) {
    this.server = server;
    this.port = port;
  }

  /** Offers no encryption unless told otherwise, and needs no login. */
  static async start(options: SMTPServerOptions = {}): Promise<TestMailServer> {
    const refuse = (at: 'sender' | 'recipient' | 'message'): SMTPServerError | null => {
      const code = server.refusal?.at === at ? server.refusal.code : null;
      return code === null ? null : Object.assign(new Error('Not <somebody@example.org>, says this server.'), { responseCode: code });
    };
    const smtp = new SMTPServer({
      hideSTARTTLS: true, authOptional: true, disableReverseLookup: true, allowInsecureAuth: true, logger: false,
      onAuth: ({ username, password }, _session, done) => {
        server.logins.push(`${username}:${password}`);
        done(null, { user: username });
      },
      onMailFrom: (_address, _session, done) => done(refuse('sender')),
      onRcptTo: (_address, _session, done) => done(refuse('recipient')),
      onData: (stream, { envelope }, done) => {
        text(stream).then((raw) => {
          const refused = refuse('message');
          if (!refused) server.received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), raw });
          done(refused);
        }, done);
      },
      ...options,
    });
    // Clients that hang up in the middle are what some tests are about.
    smtp.on('error', () => undefined);
    const listening = smtp.listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    const server = new TestMailServer(smtp, (listening.address() as AddressInfo).port);
    return server;
  }

  /** The address for `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A header of a letter as its reader's program shows it, each occurrence; long lines joined, encoded words (RFC 2047) decoded. */
export function headersOf({ raw }: ReceivedLetter, name: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return lines.map((line) => decodedWords(line.slice(name.length + 1).trim()));
}

/** The part of a letter that has this type, decoded. */
export function partOf({ raw }: ReceivedLetter, type: 'text/plain' | 'text/html'): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const part = raw.split(`--${boundary}`).find((one) => one.trimStart().startsWith(`Content-Type: ${type}`)) ?? '';
  const at = part.indexOf('\r\n\r\n');
  const [head, body] = [part.slice(0, at), part.slice(at + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n');
  const whole = /quoted-printable/i.test(head) ? unquoted(body.replaceAll(/=\r\n/g, '')) : body;
  return whole.replaceAll('\r\n', '\n');
}

const unquoted = (text: string): string => Buffer.from(text.replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString();

const decodedWords = (text: string): string =>
  text.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_whole, form: string, word: string) =>
    form.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : unquoted(word.replaceAll('_', ' ')),
  );
