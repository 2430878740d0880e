import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '../../libs/identity/server/src/saml/service-provider/key-pair.ts';
import { missing, RealIdentityProvider } from './real-identity-provider.ts';

const files = missing(['/usr/share/perl5/Lemonldap/NG/Portal/Issuer/SAML.pm', '/usr/share/perl5/GD/SecurityImage.pm', '/usr/share/perl5/IO/String.pm', '/usr/share/perl5/XML/Simple.pm', '/usr/bin/plackup']);
// These two stand in folders of the processor’s: asked of Perl, where the rest is there.
export const lemonldapMissing = files.length > 0 || spawnSync('perl', ['-MLasso', '-MImage::Magick', '-e', '1']).status === 0 ? files : ['Lasso.pm or Image/Magick.pm'];

// As its Manager writes them, but for the NameID: for want of a choice it would be the mail, which not everybody has.
const usual = {
  samlSPMetaDataOptionsSignSSOMessage: -1,
  samlSPMetaDataOptionsSignSLOMessage: 1,
  samlSPMetaDataOptionsCheckSSOMessageSignature: 1,
  samlSPMetaDataOptionsCheckSLOMessageSignature: 1,
  samlSPMetaDataOptionsNameIDFormat: 'persistent',
  samlSPMetaDataOptionsEncryptionMode: 'none',
  samlSPMetaDataOptionsForceUTF8: 1,
};

interface Choices {
  keys: KeyPair;
  /** The names of LemonLDAP::NG’s own settings. */
  serviceProvider?: Record<string, unknown>;
  service?: Record<string, unknown>;
}

/** LemonLDAP::NG’s portal, in Perl’s own server; it is started again for other settings. */
export class LemonLdap extends RealIdentityProvider {
  private parvisMetadata = '';
  private number = 0;

  get metadataUrl(): string {
    return `${this.url}/saml/metadata`;
  }

  get logoutUrl(): string {
    return `${this.url}/?logout=1`;
  }

  async start({ parvisMetadata, people, ...choices }: Choices & { parvisMetadata: string; people: Record<string, Record<string, string | string[]>> }): Promise<void> {
    for (const folder of ['conf', 'sessions/lock', 'psessions/lock', 'cache']) mkdirSync(join(this.folder, folder), { recursive: true });
    this.parvisMetadata = parvisMetadata;
    this.write('people.json', people);
    const cache = `localStorage=Cache::FileCache\nlocalStorageOptions={ 'namespace' => 'test', 'default_expires_in' => 600, 'cache_root' => '${this.folder}/cache' }\n`;
    this.write('lemonldap-ng.ini', `[all]\nlogLevel=warn\nlogger=Lemonldap::NG::Common::Logger::Std\nuserLogger=Lemonldap::NG::Common::Logger::Std\n[configuration]\ntype=File\ndirName=${this.folder}/conf\n${cache}[portal]\nstaticPrefix=/static\ntemplateDir=/usr/share/lemonldap-ng/portal/templates\nlanguages=en, fr\n`);
    await this.become(choices);
  }

  /** Starts it anew as told; sessions stay. */
  async become({ keys, serviceProvider = {}, service = {} }: Choices): Promise<void> {
    await this.end();
    this.number += 1;
    this.write(`conf/lmConf-${this.number}.json`, { ...this.settings(keys), samlSPMetaDataOptions: { parvis: { ...usual, ...serviceProvider } }, ...service, cfgNum: this.number });
    await this.run('/usr/bin/plackup', ['-E', 'production', '--host', '127.0.0.1', '--port', String(this.port), join(import.meta.dirname, 'lemonldap/portal.psgi')], {});
  }

  private settings(keys: KeyPair): Record<string, unknown> {
    const storage = (folder: string) => ({ Directory: `${this.folder}/${folder}`, LockDirectory: `${this.folder}/${folder}/lock`, generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256' });
    return {
      cfgAuthor: 'test',
      cfgDate: 1,
      cfgVersion: '2.16.1',
      portal: `${this.url}/`,
      domain: '127.0.0.1',
      cookieName: 'lemonldap',
      // As behind https: browsers take such a cookie on a loopback address too, and its pages are in frames of another site now and then.
      securedCookie: 1,
      key: 'of-a-test-and-of-nothing-else',
      authentication: 'Demo',
      userDB: 'Same',
      passwordDB: 'Demo',
      globalStorage: 'Apache::Session::File',
      globalStorageOptions: storage('sessions'),
      persistentStorage: 'Apache::Session::File',
      persistentStorageOptions: storage('psessions'),
      locationRules: { '127.0.0.1': { default: 'accept' } },
      exportedHeaders: {},
      demoExportedVars: { uid: 'uid', cn: 'cn', mail: 'mail', sn: 'sn', givenName: 'givenName', department: 'department' },
      // Whoever has just signed in need not do so again for that long: five seconds, for want of a choice.
      portalForceAuthnInterval: 1,
      // Else a page asks whether one wants to be asked.
      skipRenewConfirmation: 1,
      issuerDBSAMLActivation: 1,
      samlServicePrivateKeySig: keys.privateKey,
      samlServicePublicKeySig: keys.certificate,
      samlServiceUseCertificateInResponse: 0,
      samlSPMetaDataXML: { parvis: { samlSPMetaDataXML: this.parvisMetadata } },
      samlSPMetaDataExportedAttributes: {
        parvis: { uid: '1;uid;;', mail: '0;mail;;', sn: '0;sn;;', givenName: '0;givenName;;', department: '0;department;;', groups: '0;groups;;' },
      },
    };
  }
}
