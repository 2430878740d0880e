import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '../../libs/identity/server/src/saml/service-provider/key-pair.ts';
import { missing, RealIdentityProvider } from './real-identity-provider.ts';

const here = join(import.meta.dirname, 'simplesamlphp');
const program = '/usr/share/simplesamlphp';
const formats = 'urn:oasis:names:tc:SAML:';

/** The names of SimpleSAMLphp’s own settings, as IT writes them in its files. */
export type Settings = Record<string, unknown>;

export const simpleSamlPhpMissing = missing([`${program}/lib/_autoload.php`, '/usr/bin/php']);

/** SimpleSAMLphp, in PHP’s own server; it reads its settings for each request. */
export class SimpleSamlPhp extends RealIdentityProvider {
  get metadataUrl(): string {
    return `${this.url}/simplesaml/saml2/idp/metadata.php`;
  }

  /** The address that ends every session that was opened by way of it. */
  get logoutUrl(): string {
    return `${this.url}/simplesaml/saml2/idp/initSLO.php?RelayState=${encodeURIComponent(`${this.url}/simplesaml/logout.php`)}`;
  }

  async start({ parvisMetadata, people, keys }: { parvisMetadata: string; people: Record<string, Record<string, string[]>>; keys: Record<string, KeyPair> }): Promise<void> {
    for (const folder of ['log', 'data', 'tmp', 'sessions', 'docroot']) mkdirSync(join(this.folder, folder));
    symlinkSync(`${program}/www`, join(this.folder, 'docroot/simplesaml'));
    for (const [name, pair] of Object.entries(keys)) this.writeKeys(name, pair);
    this.meet(parvisMetadata);
    this.know(people);
    this.behave({});
    await this.run('/usr/bin/php', ['-q', '-d', 'opcache.enable=0', '-S', `127.0.0.1:${this.port}`, '-t', 'docroot'], {
      SIMPLESAMLPHP_CONFIG_DIR: join(here, 'config'),
      SSO_TEST_BASE: `${this.url}/simplesaml`,
      PHP_CLI_SERVER_WORKERS: '3',
    });
  }

  /** Our metadata, pasted in. */
  meet(parvisMetadata: string): void {
    this.write('parvis.xml', parvisMetadata);
  }

  /** Each by name; the password is the name. */
  know(people: Record<string, Record<string, string[]>>): void {
    this.write('people.json', Object.fromEntries(Object.entries(people).map(([name, attributes]) => [`${name}:${name}`, { uid: [name], ...attributes }])));
  }

  /** What stands in `saml20-idp-hosted.php` and in our entry of `saml20-sp-remote.php` from now on, besides what must. */
  behave({ identityProvider = {}, serviceProvider = {} }: { identityProvider?: Settings; serviceProvider?: Settings }): void {
    this.write('behaviour.json', {
      identityProvider: {
        host: '__DEFAULT__',
        privatekey: 'first.key',
        certificate: 'first.pem',
        auth: 'employees',
        'sign.logout': true,
        authproc: {
          3: { class: 'saml:AttributeNameID', attribute: 'mail', Format: `${formats}1.1:nameid-format:emailAddress` },
          4: { class: 'saml:PersistentNameID', attribute: 'uid' },
          5: { class: 'saml:AttributeNameID', attribute: 'uid', Format: `${formats}1.1:nameid-format:unspecified` },
          6: { class: 'saml:TransientNameID' },
        },
        ...identityProvider,
      },
      serviceProvider,
    });
  }
}
