import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Administration, PersonQuery, type Viewer } from '@parvis/identity/server';
import { Config, type Delivery, isMailAddress, limited, Mailer, type MailEncryption, mailPassword, MailRoute, type MailSetting, mailSetting, newId, onOneLine, SecretBox, Settings, within } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { operationsErrors } from '../operations.errors.ts';
import type { ChangeMailServerInput, MailAdministrationType, MailServerType } from './mail.type.ts';
import { trialLetter } from './trial-letter.ts';

const hostForm = /^(?=.{1,253}$)[\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?)*\.?$/u;
/** Less than proxies wait for an answer. */
const trialMs = 25_000;

/** E-mail as IT sees and sets it. A password comes in and never goes out. */
@Injectable()
export class MailAdministrationService {
  constructor(
    private readonly administration: Administration,
    private readonly config: Config,
    private readonly settings: Settings,
    private readonly secrets: SecretBox,
    private readonly route: MailRoute,
    private readonly mailer: Mailer,
    private readonly people: PersonQuery,
    private readonly dataSource: DataSource,
  ) {}

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async overview(viewer: Viewer): Promise<MailAdministrationType> {
    this.administration.require(viewer);
    const { value, revision } = this.settings.stateOf(mailSetting);
    const [counts]: [{ waiting: number; givenUp: number }] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE given_up_at IS NULL)::int AS waiting, count(given_up_at)::int AS "givenUp" FROM letter`,
    );
    const isInEnvironment = this.config.mail !== null;
    return {
      ...counts,
      revision,
      isInEnvironment,
      source: value.server ? 'administration' : isInEnvironment ? 'environment' : 'none',
      server: value.server ? shown(value.server) : this.ofEnvironment(),
      isPasswordUnreadable: !this.canRead(value.server),
      trialAddress: (await this.people.byId(viewer, viewer.personId))?.email ?? null,
    };
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, MAIL_HOST_INVALID, MAIL_PORT_INVALID, MAIL_ADDRESS_INVALID, MAIL_PASSWORD_NEEDED, TEXT_TOO_LONG, SETTING_CHANGED_MEANWHILE. */
  async change(viewer: Viewer, input: ChangeMailServerInput): Promise<MailAdministrationType> {
    this.administration.require(viewer);
    const { server: before } = this.settings.get(mailSetting);
    const server = this.checked(input, before);
    const changed = (Object.keys(server) as (keyof MailSetting)[]).filter((field) => server[field] !== before?.[field]).map((field) => (field === 'sealedPassword' ? 'password' : field));
    const record = { action: 'configuration.mail-changed', details: { changed } };
    await this.settings.change(mailSetting, { value: { server }, revision: input.revision, actorId: viewer.personId, record });
    return this.overview(viewer);
  }

  /** Back to what the environment says. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SETTING_CHANGED_MEANWHILE. */
  async forget(viewer: Viewer, revision: number): Promise<MailAdministrationType> {
    this.administration.require(viewer);
    await this.settings.change(mailSetting, { value: null, revision, actorId: viewer.personId, record: { action: 'configuration.mail-forgotten', details: {} } });
    return this.overview(viewer);
  }

  /** At once, with the server's answer. Errors: FORBIDDEN, CONFIRMATION_NEEDED, MAIL_NOT_SET, MAIL_NO_ADDRESS. */
  async tryOut(viewer: Viewer, language: 'fr' | 'en'): Promise<Delivery> {
    this.administration.require(viewer);
    if (!this.route.isOpen) throw operationsErrors.mailNotSet();
    const person = await this.people.byId(viewer, viewer.personId);
    if (!person?.email) throw operationsErrors.mailNoAddress();
    const letter = trialLetter({ name: person.displayName, address: person.email }, language);
    try {
      const line = this.mailer.open();
      return await within(trialMs, line.send(letter, newId()), 'A trial of the mail server').finally(() => line.close());
    } catch (error) {
      return { outcome: 'no-server', failure: (error as { code?: string }).code ?? 'UNKNOWN' };
    }
  }

  private checked(input: ChangeMailServerInput, before: MailSetting | null): MailSetting {
    const host = input.host.trim();
    if (!hostForm.test(host) && isIP(host) === 0) throw operationsErrors.mailHostInvalid();
    if (!Number.isInteger(input.port) || input.port < 1 || input.port > 65_535) throw operationsErrors.mailPortInvalid();
    const fromAddress = input.fromAddress.trim();
    if (!isMailAddress(fromAddress)) throw operationsErrors.mailAddressInvalid();
    const user = limited('user', onOneLine(input.user), 256) || null;
    const server = { host, port: input.port, encryption: input.encryption, user, fromAddress, fromName: limited('fromName', onOneLine(input.fromName).replaceAll('"', ''), 100) };
    return { ...server, sealedPassword: user === null ? null : this.passwordFor(server, { password: input.password, before }) };
  }

  /** A password is told to the server that it was typed for, and to no other: whoever could change the host alone would learn it. */
  private passwordFor(server: { host: string; port: number; encryption: MailEncryption; user: string | null }, { password, before }: { password: string | null; before: MailSetting | null }): string {
    if (password) return this.secrets.seal(limited('password', password, 500), mailPassword);
    const isSame = before !== null && before.host === server.host && before.port === server.port && before.encryption === server.encryption && before.user === server.user;
    if (!isSame || before.sealedPassword === null) throw operationsErrors.mailPasswordNeeded();
    return before.sealedPassword;
  }

  private canRead(server: MailSetting | null): boolean {
    if (!server?.sealedPassword) return true;
    try {
      this.secrets.open(server.sealedPassword, mailPassword);
      return true;
    } catch {
      return false;
    }
  }

  private ofEnvironment(): MailServerType | null {
    if (!this.config.mail) return null;
    const { server, from } = this.config.mail;
    const encryptions: Record<typeof server.tls, MailEncryption> = { required: 'starttls', 'when-offered': 'starttls-when-offered', off: 'none' };
    return {
      host: server.host, port: server.port, encryption: server.isSecure ? 'tls' : encryptions[server.tls], user: server.login?.user ?? null, hasPassword: server.login !== null, fromName: from.name, fromAddress: from.address,
    };
  }
}

const shown = ({ sealedPassword, ...server }: MailSetting): MailServerType => ({ ...server, hasPassword: sealedPassword !== null });
