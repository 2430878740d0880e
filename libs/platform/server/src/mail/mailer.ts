import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config/config.ts';
import { networkSetting } from '../settings/network.setting.ts';
import { Settings } from '../settings/settings.ts';
import { letterHtml, letterText } from './letter-page.ts';
import type { Letter } from './letter.ts';
import { isMailAddress, onOneLine } from './mail-address.ts';
import { MailRoute } from './mail-route.ts';

const connectLimitMs = 15_000;
const silenceLimitMs = 30_000;
const longestAnswer = 500;

/** The server took it, asks to try later, will never take it, or was not to be talked to at all. `failure`: codes, such as `EENVELOPE 550`; `answer`: the words of the server, in which addresses may stand: never logged, never kept. */
export type Delivery = { outcome: 'sent' } | { outcome: 'later' | 'refused' | 'no-server'; failure: string; answer?: string };

/** A line to the mail server, open until it is closed. */
export interface MailLine {
  /** `id` makes its Message-ID: a letter that is sent again is the same letter. Never throws. */
  send(letter: Letter, id: string): Promise<Delivery>;
  /** Connects and signs in as for a letter, and sends none. Throws what the way there throws. */
  greet(): Promise<void>;
  close(): void;
}

/** Hands letters over to the company's mail server (SMTP, RFC 5321). */
@Injectable()
export class Mailer {
  constructor(
    private readonly config: Config,
    private readonly route: MailRoute,
    private readonly settings: Settings,
  ) {}

  /** Connects when the first letter is sent. Only where mail is configured. Throws SecretUnreadable. */
  open(): MailLine {
    const { publicUrl } = this.config;
    const mail = this.route.current();
    if (!mail) throw new Error('No mail is configured.');
    const { host, port, isSecure, tls, login } = mail.server;
    const transport = createTransport({
      pool: true, maxConnections: 1, maxRequeues: 0, host, port, secure: isSecure, requireTLS: !isSecure && tls === 'required', ignoreTLS: tls === 'off', name: new URL(publicUrl).hostname,
      ...(login && { auth: { user: login.user, pass: login.password } }),
      connectionTimeout: connectLimitMs, greetingTimeout: connectLimitMs, dnsTimeout: connectLimitMs, socketTimeout: silenceLimitMs,
      // Whatever stands in a letter, no file and no address is read for it.
      disableFileAccess: true, disableUrlAccess: true,
    });
    const send = async (letter: Letter, id: string): Promise<Delivery> => {
      if (!isMailAddress(letter.to.address)) return { outcome: 'refused', failure: 'ADDRESS' };
      try {
        await transport.sendMail(this.messageOf(letter, { id, from: mail.from }));
        return { outcome: 'sent' };
      } catch (error) {
        return deliveryOf(error as SmtpError);
      }
    };
    const greet = async (): Promise<void> => void (await transport.verify());
    return { send, greet, close: () => transport.close() };
  }

  private messageOf(letter: Letter, { id, from }: { id: string; from: Letter['to'] }) {
    const { publicUrl } = this.config;
    return {
      from,
      to: { name: onOneLine(letter.to.name), address: letter.to.address },
      subject: onOneLine(letter.subject),
      messageId: `<${id}@${from.address.split('@')[1]}>`,
      text: letterText(letter, publicUrl),
      html: letterHtml(letter, publicUrl, this.settings.get(networkSetting)),
      headers: {
        'Content-Language': letter.language,
        // Nobody's absence answers it: RFC 3834, and what Exchange understands.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Unsubscribe': `<${publicUrl}${letter.choices.path}>`,
      },
    };
  }
}

interface SmtpError {
  code?: string;
  responseCode?: number;
  /** What the server answered so. */
  command?: string;
  /** In its own words. */
  response?: string;
}

function deliveryOf({ code = 'UNKNOWN', responseCode, command, response }: SmtpError): Delivery {
  const answer = response ? { answer: onOneLine(response).slice(0, longestAnswer) } : {};
  // Nobody may send in the name of Parvis, or not without a login: no letter could.
  if (responseCode && command === 'MAIL FROM') return { outcome: 'no-server', failure: `SENDER ${responseCode}`, ...answer };
  const failure = responseCode ? `${code} ${responseCode}` : code;
  // What is wrong with the envelope or the message is wrong with this letter; anything else, the login too, with the way there.
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { outcome: 'no-server', failure, ...answer };
  return { outcome: responseCode !== undefined && responseCode < 500 ? 'later' : 'refused', failure, ...answer };
}
