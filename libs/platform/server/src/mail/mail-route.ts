import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import { Settings } from '../settings/settings.ts';
import type { MailAddress } from './mail-address.ts';
import { type MailEncryption, type MailSetting, mailSetting } from './mail.setting.ts';
import type { SmtpServer } from './smtp-server.ts';

/** What a password is sealed for. */
export const mailPassword = 'mail.password';

const tlsOf: Record<MailEncryption, SmtpServer['tls']> = { tls: 'required', starttls: 'required', 'starttls-when-offered': 'when-offered', none: 'off' };

/** Where letters go, and whom they come from: what administration says, else what the environment does. Asked each time: it may change while Parvis runs. */
@Injectable()
export class MailRoute {
  constructor(
    private readonly config: Config,
    private readonly settings: Settings,
    private readonly secrets: SecretBox,
  ) {}

  /** Whether letters leave this house at all. */
  get isOpen(): boolean {
    return this.settings.get(mailSetting).server !== null || this.config.mail !== null;
  }

  /** Null: no mail. Throws SecretUnreadable. */
  current(): { server: SmtpServer; from: MailAddress } | null {
    const { server } = this.settings.get(mailSetting);
    return server ? { server: this.serverOf(server), from: { name: server.fromName, address: server.fromAddress } } : this.config.mail;
  }

  private serverOf({ host, port, encryption, user, sealedPassword }: MailSetting): SmtpServer {
    const login = user !== null && sealedPassword !== null ? { user, password: this.secrets.open(sealedPassword, mailPassword) } : null;
    return { host, port, isSecure: encryption === 'tls', tls: tlsOf[encryption], login };
  }
}
