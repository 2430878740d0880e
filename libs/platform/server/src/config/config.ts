import { resolve } from 'node:path';
import { z } from 'zod';
import { type MailAddress, mailAddressOf } from '../mail/mail-address.ts';
import { type SmtpServer, smtpServerOf } from '../mail/smtp-server.ts';
import { addressesFault, PublicAddresses } from './public-addresses.ts';
import { proxyAddressesOf, usualProxies } from './proxy-addresses.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const url = (...protocols: string[]) =>
  z.string().transform((value, context) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed && protocols.includes(parsed.protocol)) return value.replace(/\/+$/, '');
    context.addIssue({ code: 'custom', message: `is not an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}` });
    return z.NEVER;
  });

const urls = z.string().transform((value, context) => {
  const all = value.split(/[\s,]+/).filter(Boolean);
  if (all.every((one) => URL.canParse(one) && ['http:', 'https:'].includes(new URL(one).protocol))) return all.map((one) => one.replace(/\/+$/, ''));
  context.addIssue({ code: 'custom', message: 'has something that is not an address that starts with http:// or https://' });
  return z.NEVER;
});

const proxies = z.string().transform((value, context) => {
  const read = proxyAddressesOf(value);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'is not valid' });
  return z.NEVER;
});

const smtpServer = z.string().transform((value, context) => {
  const read = smtpServerOf(value);
  if (!('fault' in read)) return read;
  context.addIssue({ code: 'custom', message: read.fault });
  return z.NEVER;
});
const mailAddress = z.string().transform((value, context) => {
  const read = mailAddressOf(value);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'is not an address' });
  return z.NEVER;
});

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: port.default(3000),
  PARVIS_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  PARVIS_URL: url('http:', 'https:').optional(),
  PARVIS_OTHER_URLS: urls.default([]),
  TRUST_PROXY: proxies.default(usualProxies),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_OWNER_URL: url('postgres:', 'postgresql:').optional(),
  PARVIS_DATA_DIR: z.string().min(1).default('./data'),
  SAML_IDP_METADATA: z.string().optional(),
  DEMO_IDP_PORT: port.default(3001),
  SMTP_URL: smtpServer.optional(),
  MAIL_FROM: mailAddress.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  GRAPHQL_INTROSPECTION: z.enum(['true', 'false']).optional(),
  REQUEST_LIMITS: z.enum(['on', 'off']).optional(),
  GRAPHQL_DOCUMENTS: z.enum(['trusted', 'any']).optional(),
});

const advice: Record<string, string> = {
  NODE_ENV: 'use production, development or test',
  PORT: 'use a number from 1 to 65535, for example PORT=3000',
  DEMO_IDP_PORT: 'use a number from 1 to 65535, for example DEMO_IDP_PORT=3001',
  PARVIS_ROLE: 'use all, web (answers requests) or worker (delivers events and runs jobs)',
  PARVIS_URL: 'give the address that people type, for example PARVIS_URL=https://parvis.example.com',
  PARVIS_OTHER_URLS: 'give the other addresses of this Parvis, separated by spaces, for example PARVIS_OTHER_URLS=https://parvis.example.net',
  TRUST_PROXY: 'give addresses, networks, loopback, linklocal or uniquelocal, separated by spaces, for example TRUST_PROXY="loopback 203.0.113.0/24", or none',
  DATABASE_URL: 'for example DATABASE_URL=postgresql://user:password@host:5432/parvis',
  DATABASE_OWNER_URL: 'for example DATABASE_OWNER_URL=postgresql://owner:password@host:5432/parvis, the same database as DATABASE_URL',
  PARVIS_DATA_DIR: 'give the path of a folder',
  SMTP_URL: 'for example SMTP_URL=smtp://user:password@mail.example.com:587, or smtps://mail.example.com; ?tls=required, ?tls=when-offered or ?tls=off may follow smtp://',
  MAIL_FROM: 'for example MAIL_FROM=parvis@example.com, or MAIL_FROM="Parvis <parvis@example.com>"',
  LOG_LEVEL: 'use debug, info, warn, error or silent',
  GRAPHQL_INTROSPECTION: 'use true or false',
  REQUEST_LIMITS: 'use on or off',
  GRAPHQL_DOCUMENTS: 'use trusted (what the pages of Parvis ask, and nothing else) or any',
};

/** What the environment says, checked. The only place that reads it for the whole server, sign-in settings apart (saml.config.ts). */
export class Config {
  readonly production: boolean;
  /** Whether tests run: jobs, and what else is done every so often, wait until they are asked for. */
  readonly test: boolean;
  readonly port: number;
  readonly role: 'all' | 'web' | 'worker';
  /** Whether this process answers people's requests; a worker answers only whoever watches over it. */
  readonly answers: boolean;
  /** Whether this process delivers events and runs jobs. */
  readonly works: boolean;
  /** The first public address, without a final slash: links in letters and whatever is written without a request lead there. */
  readonly publicUrl: string;
  /** All public addresses, by which alone people get in. */
  readonly addresses: PublicAddresses;
  /** From whom X-Forwarded-… headers are believed: addresses and networks; empty: from nobody. */
  readonly proxies: readonly string[];
  /** Null: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The same database, as the account that owns the tables; null: whoever `databaseUrl` names owns them, or may not change the schema. */
  readonly databaseOwnerUrl: string | null;
  /** Absolute path. */
  readonly dataDir: string;
  /** Whether somebody chose `dataDir`, or it is the default. */
  readonly dataDirChosen: boolean;
  /** Addresses or files of identity providers' metadata; empty: the demo identity provider. */
  readonly identityProviders: string[];
  readonly demoIdpPort: number;
  /** Where letters go and whom they come from; null: no mail. */
  readonly mail: { server: SmtpServer; from: MailAddress } | null;
  readonly logLevel: string;
  readonly introspection: boolean;
  /** Whether a person and an address may send so many requests a minute and no more. Tests send what nobody would. */
  readonly limitsRequests: boolean;
  /** Whether GraphQL takes the operations of our own pages alone. */
  readonly trustedDocumentsOnly: boolean;

  private constructor(env: z.infer<typeof environment>, dataDirChosen: boolean) {
    this.production = env.NODE_ENV === 'production';
    this.test = env.NODE_ENV === 'test';
    this.port = env.PORT;
    this.role = env.PARVIS_ROLE;
    this.answers = env.PARVIS_ROLE !== 'worker';
    this.works = env.PARVIS_ROLE !== 'web';
    this.publicUrl = env.PARVIS_URL ?? `http://localhost:${env.PORT}`;
    this.addresses = new PublicAddresses([this.publicUrl, ...env.PARVIS_OTHER_URLS]);
    this.proxies = env.TRUST_PROXY;
    this.databaseUrl = env.DATABASE_URL ?? null;
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL ?? null;
    this.dataDir = resolve(env.PARVIS_DATA_DIR);
    this.dataDirChosen = dataDirChosen;
    this.identityProviders = (env.SAML_IDP_METADATA ?? '').split(/\s+/).filter(Boolean);
    this.demoIdpPort = env.DEMO_IDP_PORT;
    this.mail = env.SMTP_URL ? { server: env.SMTP_URL, from: env.MAIL_FROM ?? { name: 'Parvis', address: `parvis@${new URL(this.publicUrl).hostname}` } } : null;
    // On a terminal, a line for each request would bury what the start has to say.
    this.logLevel = env.LOG_LEVEL ?? (this.production ? 'info' : 'warn');
    this.introspection = env.GRAPHQL_INTROSPECTION ? env.GRAPHQL_INTROSPECTION === 'true' : !this.production;
    this.limitsRequests = env.REQUEST_LIMITS ? env.REQUEST_LIMITS === 'on' : !this.test;
    this.trustedDocumentsOnly = env.GRAPHQL_DOCUMENTS ? env.GRAPHQL_DOCUMENTS === 'trusted' : this.production;
  }

  /** The same for a process that only looks at how things are: it answers nobody, does no work, and is not one of those that are looked at. */
  onlooker(): Config {
    return Object.assign(Object.create(Config.prototype) as Config, this, { answers: false, works: false });
  }

  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** Every fault is one sentence that names the variable and says what to do; variables that are set but empty count as unset. */
  static parse(variables: Record<string, string | undefined>): { config: Config } | { faults: string[] } {
    const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
    const result = environment.safeParse(set);
    if (!result.success) return { faults: result.error.issues.map((issue) => faultOf(issue, set)) };
    if (result.data.NODE_ENV === 'production' && !result.data.SAML_IDP_METADATA) {
      return {
        faults: [
          'SAML_IDP_METADATA is not set: in production, give the address or the file of your identity provider’s metadata (the demo identity provider is for trying only).',
        ],
      };
    }
    const config = new Config(result.data, Boolean(set['PARVIS_DATA_DIR']));
    const fault = ownerFault(config) ?? addressesFault(config.addresses.urls);
    return fault === null ? { config } : { faults: [fault] };
  }

  /** For tests: throws the faults. */
  static of(variables: Record<string, string | undefined>): Config {
    const result = Config.parse(variables);
    if ('faults' in result) throw new Error(result.faults.join('\n'));
    return result.config;
  }
}

function ownerFault({ databaseUrl, databaseOwnerUrl }: Config): string | null {
  if (!databaseOwnerUrl) return null;
  if (!databaseUrl) return 'DATABASE_OWNER_URL is set without DATABASE_URL: give the address of the same database for the account that Parvis runs as, or unset it.';
  const [run, owner] = [new URL(databaseUrl), new URL(databaseOwnerUrl)];
  if (run.pathname !== owner.pathname) return 'DATABASE_OWNER_URL names another database than DATABASE_URL: give the same one.';
  if (run.username === owner.username) return 'DATABASE_OWNER_URL names the account of DATABASE_URL: give the account that owns the tables, and let Parvis run as another.';
  return null;
}

function faultOf(issue: z.core.$ZodIssue, set: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  // Addresses that may hold a password are never echoed.
  const value = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'].includes(name) ? '' : ` (${JSON.stringify(set[name])})`;
  const what = issue.code === 'custom' ? issue.message : 'is not valid';
  return `${name}${value} ${what}: ${advice[name] ?? 'see the README'}.`;
}
