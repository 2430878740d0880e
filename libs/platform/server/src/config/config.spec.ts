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

  it('insists on an identity provider in production', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^SAML_IDP_METADATA is not set: .*\.$/)]);
  });

  it('throws its faults when made for tests', () => {
    expect(() => Config.of({ PORT: 'x' })).toThrow(/^PORT/);
  });
});
