import { describe, expect, it } from '@jest/globals';
import { Config } from './config.ts';

const faultsOf = (variables: Record<string, string>): string[] => {
  const result = Config.parse(variables);
  return 'faults' in result ? result.faults : [];
};

describe('the configuration', () => {
  it('needs nothing to try Parvis', () => {
    const config = Config.of({});
    expect(config).toMatchObject({ production: false, port: 3000, publicUrl: 'http://localhost:3000', databaseUrl: null, dataDirChosen: false, identityProviders: [], logLevel: 'warn', introspection: true, secure: false });
    expect(config.dataDir).toMatch(/^\/.*\/data$/);
  });

  it('takes what is set but empty as unset', () => {
    expect(Config.of({ PORT: '', DATABASE_URL: '', PARVIS_DATA_DIR: '', LOG_LEVEL: '' })).toMatchObject({ port: 3000, databaseUrl: null, dataDirChosen: false });
  });

  it.each([
    ['the port moves the address', { PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
    ['the public address has no final slash', { PARVIS_URL: 'https://parvis.example.com//' }, { publicUrl: 'https://parvis.example.com', secure: true }],
    ['no mail is sent until its server is named', { MAIL_FROM: 'parvis@example.com' }, { mail: null }],
    [
      'a mail server is asked for encryption where it offers it',
      { SMTP_URL: 'smtp://mail:25', PARVIS_URL: 'https://parvis.example.com' },
      { mail: { server: { host: 'mail', port: 25, isSecure: false, tls: 'when-offered', login: null }, from: { name: 'Parvis', address: 'parvis@parvis.example.com' } } },
    ],
    ['a password is told over an encrypted line alone', { SMTP_URL: 'smtp://me:p%40ss@mail/' }, { mail: { server: { host: 'mail', port: 587, tls: 'required', login: { user: 'me', password: 'p@ss' } } } }],
    ['unless one says otherwise', { SMTP_URL: 'smtp://me:pass@mail?tls=when-offered' }, { mail: { server: { tls: 'when-offered' } } }],
    ['a mail server may be encrypted from the start', { SMTP_URL: 'smtps://[::1]' }, { mail: { server: { host: '::1', port: 465, isSecure: true } } }],
    ['letters come from whom one says', { SMTP_URL: 'smtp://mail', MAIL_FROM: '"Le Parvis" <hello@example.com>' }, { mail: { from: { name: 'Le Parvis', address: 'hello@example.com' } } }],
    ['both names of PostgreSQL addresses are known', { DATABASE_URL: 'postgres://u:p@h/parvis' }, { databaseUrl: 'postgres://u:p@h/parvis' }],
    ['several identity providers are parted by white space', { SAML_IDP_METADATA: ' https://a.org/m  ./b.xml\n' }, { identityProviders: ['https://a.org/m', './b.xml'] }],
    ['a chosen folder is known as such', { PARVIS_DATA_DIR: '/srv/parvis' }, { dataDir: '/srv/parvis', dataDirChosen: true }],
    ['production is quiet about its schema and logs requests', { NODE_ENV: 'production', SAML_IDP_METADATA: 'x' }, { production: true, introspection: false, logLevel: 'info' }],
    ['introspection may be turned on in production', { NODE_ENV: 'production', SAML_IDP_METADATA: 'x', GRAPHQL_INTROSPECTION: 'true' }, { introspection: true }],
    ['introspection may be turned off elsewhere', { GRAPHQL_INTROSPECTION: 'false' }, { introspection: false }],
  ])('%s', (_what, variables, expected) => {
    expect(Config.of(variables)).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'abc', /^PORT \("abc"\) is not valid: use a number from 1 to 65535/],
    ['PORT', '0', /^PORT \("0"\) is not valid/],
    ['PORT', '65536', /^PORT \("65536"\) is not valid/],
    ['PORT', '80.5', /^PORT \("80.5"\) is not valid/],
    ['DEMO_IDP_PORT', 'x', /^DEMO_IDP_PORT \("x"\) is not valid: .*DEMO_IDP_PORT=3001/],
    ['PARVIS_URL', 'parvis.example.com', /^PARVIS_URL \("parvis.example.com"\) is not an address that starts with http:\/\/ or https:\/\/: give the address that people type/],
    ['PARVIS_URL', 'ftp://parvis.example.com', /^PARVIS_URL .* is not an address/],
    ['DATABASE_URL', 'mysql://root:hunter2@db/parvis', /^DATABASE_URL is not an address that starts with postgres:\/\/ or postgresql:\/\/: for example/],
    ['DATABASE_URL', 'hunter2', /^DATABASE_URL is not an address/],
    ['DATABASE_OWNER_URL', 'mysql://root:hunter2@db/parvis', /^DATABASE_OWNER_URL is not an address/],
    ['DATABASE_OWNER_URL', 'postgres://owner:hunter2@db/parvis', /^DATABASE_OWNER_URL is set without DATABASE_URL/],
    ['SMTP_URL', 'mail.example.com', /^SMTP_URL is not an address that starts with smtp:\/\/ or smtps:\/\/ and names a host: for example SMTP_URL=smtp:/],
    ['SMTP_URL', 'http://parvis:hunter2@mail', /^SMTP_URL is not an address/],
    ['SMTP_URL', 'smtp://parvis:hunter2/x@mail', /^SMTP_URL is not an address/],
    ['SMTP_URL', 'smtp://parvis:hunter2#@mail', /^SMTP_URL (is not an address|goes on after the host)/],
    ['SMTP_URL', 'smtp://mail/hunter2', /^SMTP_URL goes on after the host/],
    ['SMTP_URL', 'smtp://parvis@mail', /^SMTP_URL has a user without a password/],
    ['SMTP_URL', 'smtp://parvis:hunter2%@mail', /^SMTP_URL has a user or a password in which a %/],
    ['SMTP_URL', 'smtp://mail?from=hunter2', /^SMTP_URL has an option that is not known: .*\?tls=required/],
    ['SMTP_URL', 'smtp://mail?tls=yes', /^SMTP_URL has an option that is not known/],
    ['SMTP_URL', 'smtps://mail?tls=off', /^SMTP_URL says smtps:\/\/, which is always encrypted/],
    ['MAIL_FROM', 'parvis', /^MAIL_FROM \("parvis"\) is not an address: for example MAIL_FROM=parvis@example.com/],
    ['MAIL_FROM', 'a@example.com, b@example.com', /^MAIL_FROM .* is not an address/],
    ['NODE_ENV', 'prod', /^NODE_ENV \("prod"\) is not valid: use production, development or test\.$/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL \("loud"\) is not valid: use debug, info, warn, error or silent\.$/],
    ['GRAPHQL_INTROSPECTION', 'yes', /^GRAPHQL_INTROSPECTION \("yes"\) is not valid: use true or false\.$/],
  ])('says what is wrong with %s=%s in one sentence', (name, value, sentence) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toEqual([expect.stringMatching(sentence)]);
    expect(faults[0]).toMatch(/^[^\n]+\.$/);
    expect(faults[0]).not.toContain('hunter2');
  });

  it('names every fault at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'x', NODE_ENV: 'production' }).map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL']);
  });

  it.each([
    ['another database', 'postgres://owner:hunter2@db/other', /^DATABASE_OWNER_URL names another database than DATABASE_URL/],
    ['the same account', 'postgres://parvis:hunter2@db/parvis', /^DATABASE_OWNER_URL names the account of DATABASE_URL/],
  ])('wants the owner of the tables of the same database and another account: not %s', (_what, owner, sentence) => {
    const faults = faultsOf({ DATABASE_URL: 'postgres://parvis:hunter2@db/parvis', DATABASE_OWNER_URL: owner });
    expect(faults).toEqual([expect.stringMatching(sentence)]);
    expect(faults[0]).not.toContain('hunter2');
    expect(faultsOf({ DATABASE_URL: 'postgres://parvis:hunter2@db/parvis', DATABASE_OWNER_URL: 'postgres://owner:hunter2@db/parvis' })).toEqual([]);
  });

  it('insists on an identity provider in production', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^SAML_IDP_METADATA is not set: .*\.$/)]);
  });

  it('throws its faults when made for tests', () => {
    expect(() => Config.of({ PORT: 'x' })).toThrow(/^PORT/);
  });
});
