import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { testKeys } from '../../libs/identity/server/src/saml/testing/test-identity-provider.ts';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { ParvisUnderTest } from './parvis-under-test.ts';
import { Person } from './person.ts';
import { SimpleSamlPhp, simpleSamlPhpMissing, type Settings } from './simplesamlphp.ts';

// Not console.warn: Jest keeps to itself what a file says of which every test is skipped.
if (simpleSamlPhpMissing.length > 0) process.stderr.write(`SKIPPED: single sign-on through SimpleSAMLphp, since ${simpleSamlPhpMissing.join(' and ')} is not there (test/sso/README.md).\n`);

const format = (name: string) => `urn:oasis:names:tc:SAML:${name.startsWith('u') || name.startsWith('e') ? '1.1' : '2.0'}:nameid-format:${name}`;
const people = {
  amartin: { givenName: ['Alice'], sn: ['Martin'], displayName: ['Alice Martin'], mail: ['alice.martin@corp.example'], groups: ['all-staff', 'it'] },
  efischer: { givenName: ['Éva'], sn: ['Fischer-Groß'], mail: ['eva.fischer@corp.example'], title: ['Senior Researcher <Optics> & more'], groups: ['r&d'] },
  ytanaka: { givenName: ['陽子'], sn: ['田中'], mail: ['yoko.tanaka@corp.example'], title: ['営業部長'] },
  nomail: { givenName: ['Norbert'], sn: ['O’Nomail'] },
};
const first = testKeys('first');
const second = testKeys('second');
const third = testKeys('third');

(simpleSamlPhpMissing.length > 0 ? describe.skip : describe)('single sign-on through SimpleSAMLphp', () => {
  let parvis: ParvisUnderTest;
  let idp: SimpleSamlPhp;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    idp = new SimpleSamlPhp(await unusedPort());
    parvis = await ParvisUnderTest.start(await unusedPort(), { SAML_IDP_METADATA: idp.metadataUrl, SAML_ROLE_IT: 'it', PARVIS_DATA_DIR: idp.folder });
    await idp.start({ parvisMetadata: await parvis.metadata(), people, keys: { first, second, third } });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await parvis?.stop();
    await idp?.stop();
  });
  beforeEach(async () => {
    idp.behave({});
    idp.know(people);
    idp.meet(await parvis.metadata());
    person = await arrive();
  });

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  const arrive = async (at = parvis.url) => Person.arrive(await browser.newContext({ locale: 'en-GB' }), at);
  const answerOf = (visitor: Person) => Buffer.from(visitor.delivered?.SAMLResponse ?? '', 'base64').toString();

  /** With another Parvis, that has read nothing of the identity provider yet. */
  async function withAnother(env: Record<string, string>, work: (other: ParvisUnderTest) => Promise<void>): Promise<void> {
    const port = await unusedPort();
    const other = await ParvisUnderTest.start(port, { SAML_IDP_METADATA: idp.metadataUrl, SAML_ROLE_IT: 'it', PARVIS_DATA_DIR: join(idp.folder, String(port)), ...env });
    try {
      idp.meet(await other.metadata());
      await work(other);
    } finally {
      await other.stop();
    }
  }

  async function logoutThere(visitor: Person): Promise<void> {
    await visitor.page.goto(idp.logoutUrl);
    // In frames, it asks first.
    const all = visitor.page.getByRole('button', { name: 'Yes, all services' });
    if (await all.isVisible()) await all.click();
    await visitor.page.waitForURL('**/simplesaml/logout.php');
  }

  const withoutIdentifier = { authproc: { 4: { class: 'saml:PersistentNameID', attribute: 'uid' }, 50: { class: 'core:AttributeLimit', 0: 'mail', 1: 'givenName', 2: 'sn' } } };
  const begunThere = (at: string) => `${idp.url}/simplesaml/saml2/idp/SSOService.php?spentityid=${encodeURIComponent(`${at}/saml/metadata`)}&RelayState=${encodeURIComponent('/auth/session')}`;

  describe('signing in', () => {
    it('crosses two sites and lands on the page first asked for', async () => {
      const { asked, url } = await person.open('/saml/login?returnTo=%2Fideas%2F12%3Ftab%3Dvotes', 'amartin');
      expect({ asked, url }).toEqual({ asked: 1, url: `${parvis.url}/ideas/12?tab=votes` });
      expect(await person.session()).toMatchObject({ displayName: 'Alice Martin', email: 'alice.martin@corp.example', roles: ['employee', 'it'] });
    });

    it('asks nothing of somebody with a session there', async () => {
      await person.signIn('amartin');
      await person.forgetParvis();
      expect(await person.session()).toBeNull();
      expect(await person.signIn('amartin')).toMatchObject({ asked: 0, url: `${parvis.url}/auth/session` });
    });

    it.each(['efischer', 'ytanaka'] as const)('reads every letter of %s', async (name) => {
      await person.signIn(name);
      const { givenName, sn, mail } = people[name];
      expect(await person.session()).toMatchObject({ displayName: `${givenName[0]} ${sn[0]}`, email: mail[0] });
    });

    it('lets somebody without a mail in, whatever NameID is asked for', async () => {
      await person.signIn('nomail');
      expect(await person.session()).toMatchObject({ displayName: 'Norbert O’Nomail', email: null });
    });

    it.each<[string, boolean, boolean]>([
      ['the response alone', true, false],
      ['the assertion alone', false, true],
      ['both', true, true],
    ])('takes what has signed: %s', async (_, response, assertion) => {
      for (const encryption of [false, true]) {
        idp.behave({ serviceProvider: { 'saml20.sign.response': response, 'saml20.sign.assertion': assertion, 'assertion.encryption': encryption } });
        const visitor = await arrive();
        await visitor.signIn('amartin');
        expect({ encryption, session: await visitor.session() }).toMatchObject({ session: { email: 'alice.martin@corp.example' } });
        expect(answerOf(visitor).includes('EncryptedAssertion')).toBe(encryption);
      }
    });

    it.each<[string, Settings]>([
      ['nothing is signed', { 'saml20.sign.response': false, 'saml20.sign.assertion': false }],
      ['it is signed by SHA-1', { 'signature.algorithm': 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }],
    ])('refuses when %s', async (_, serviceProvider) => {
      idp.behave({ serviceProvider });
      const { text, url } = await person.signIn('amartin');
      expect(url).toBe(`${parvis.url}/saml/acs`);
      expect(text).toMatch(/^Sign-in refused[\s\S]*Reference [2-9A-Z]{8}$/);
      expect(await person.session()).toBeNull();
    });

    it('takes SHA-512', async () => {
      idp.behave({ serviceProvider: { 'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' } });
      await person.signIn('amartin');
      expect(answerOf(person)).toContain('rsa-sha512');
      expect(await person.session()).not.toBeNull();
    });

    it.each(['HTTP-Redirect', 'HTTP-POST'])('signs what it asks, by %s', async (by) => {
      idp.behave({ identityProvider: { SingleSignOnServiceBinding: [`urn:oasis:names:tc:SAML:2.0:bindings:${by}`] }, serviceProvider: { 'validate.authnrequest': true } });
      await withAnother({}, async (other) => {
        const visitor = await arrive(other.url);
        await visitor.signIn('amartin');
        expect(await visitor.session()).toMatchObject({ email: 'alice.martin@corp.example' });
        expect(visitor.complaints).toEqual([]);
      });
    });

    it('asks anew when somebody confirms who they are', async () => {
      await person.signIn('amartin');
      expect(await person.signIn('amartin', { confirming: true })).toMatchObject({ asked: 1, url: `${parvis.url}/auth/session` });
      expect(await person.session()).not.toBeNull();
    });
  });

  describe('who it is', () => {
    it.each(['persistent', 'emailAddress', 'unspecified', 'transient'])('is one person by the identifier, whatever the NameID: %s', async (name) => {
      await person.signIn('amartin');
      const before = await person.session();
      idp.behave({ serviceProvider: { NameIDFormat: format(name) } });
      const later = await arrive();
      await later.signIn('amartin');
      expect(answerOf(later)).toContain(format(name));
      expect((await later.session())?.id).toBe(before?.id);
    });

    it('is one person by a persistent NameID alone, over a changed mail and name', async () => {
      idp.behave({ identityProvider: withoutIdentifier });
      await person.signIn('efischer');
      const before = await person.session();
      idp.know({ ...people, efischer: { givenName: ['Éva'], sn: ['Bernard'], mail: ['eva.bernard@corp.example'] } });
      const later = await arrive();
      await later.signIn('efischer');
      expect(await later.session()).toMatchObject({ id: before?.id, displayName: 'Éva Bernard', email: 'eva.bernard@corp.example' });
    });

    it('is nobody by a NameID that changes', async () => {
      idp.behave({ identityProvider: { authproc: { ...withoutIdentifier.authproc, 6: { class: 'saml:TransientNameID' } } }, serviceProvider: { NameIDFormat: format('transient') } });
      expect(await person.signIn('amartin')).toMatchObject({ url: `${parvis.url}/saml/acs` });
      expect((await parvis.refusals())[0]).toBe('no-identifier');
    });
  });

  describe('an answer', () => {
    it('counts once, in the browser that asked', async () => {
      const form = await person.signInHeldBack('amartin');
      const post = (by: Person) => by.context.request.post(`${parvis.url}/saml/acs`, { form, maxRedirects: 0 });
      const cookies = await person.context.cookies();

      const other = await arrive();
      expect((await post(other)).status()).toBe(403);
      expect((await parvis.refusals())[0]).toBe('other-browser');
      expect(await other.session()).toBeNull();

      expect((await post(person)).status()).toBe(303);
      await person.forgetParvis();
      await person.context.addCookies(cookies);
      expect((await post(person)).status()).toBe(403);
      expect((await parvis.refusals())[0]).toBe('replayed');
      expect(await person.session()).toBeNull();
    });

    it('that nobody asked for is refused', async () => {
      expect(await person.open(begunThere(parvis.url), 'amartin')).toMatchObject({ url: `${parvis.url}/saml/acs`, text: expect.stringMatching(/Sign-in refused/) });
      expect((await parvis.refusals())[0]).toBe('unsolicited');
      expect(await person.session()).toBeNull();
    });

    it('that nobody asked for is taken where IT chose so, once, with its place', async () => {
      await withAnother({ SAML_UNSOLICITED: 'on' }, async (other) => {
        const visitor = await arrive(other.url);
        expect(await visitor.open(begunThere(other.url), 'amartin')).toMatchObject({ url: `${other.url}/auth/session` });
        expect((await visitor.context.request.post(`${other.url}/saml/acs`, { form: { ...visitor.delivered } })).status()).toBe(403);
      });
    });
  });

  describe('signing out', () => {
    it('begun here ends both sessions', async () => {
      await person.signIn('amartin');
      expect(await person.open('/saml/logout', 'amartin')).toMatchObject({ url: `${parvis.url}/saml/signed-out?everywhere=true`, asked: 0 });
      expect(await person.session()).toBeNull();
      expect((await person.signIn('amartin')).asked).toBe(1);
    });

    it.each(['traditional', 'iframe'])('begun there ends the session here, and no other of the same person (%s)', async (logouttype) => {
      idp.behave({ identityProvider: { logouttype } });
      const elsewhere = await arrive();
      await elsewhere.signIn('amartin');
      await person.signIn('amartin');
      await logoutThere(person);
      expect(await person.session()).toBeNull();
      expect(person.complaints).toEqual([]);
      expect(await elsewhere.session()).not.toBeNull();
      expect((await person.signIn('amartin')).asked).toBe(1);
    });

    it.each(['traditional', 'iframe'])('goes by HTTP-POST too, in both directions (%s)', async (logouttype) => {
      const post = ['urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'];
      idp.behave({ identityProvider: { logouttype, SingleLogoutServiceBinding: post } });
      await withAnother({}, async (other) => {
        idp.meet((await other.metadata()).replace(/<md:SingleLogoutService Binding="[^"]*HTTP-Redirect"[^>]*>/, ''));
        const visitor = await arrive(other.url);
        await visitor.signIn('amartin');
        expect(await visitor.open('/saml/logout', 'amartin')).toMatchObject({ url: `${other.url}/saml/signed-out?everywhere=true` });
        expect((await visitor.signIn('amartin')).asked).toBe(1);
        await logoutThere(visitor);
        expect(await visitor.session()).toBeNull();
        expect(visitor.complaints).toEqual([]);
        expect((await visitor.signIn('amartin')).asked).toBe(1);
      });
    });
  });

  describe('another key', () => {
    const announced = { new_privatekey: 'second.key', new_certificate: 'second.pem' };
    const by = (name: string) => ({ identityProvider: { privatekey: `${name}.key`, certificate: `${name}.pem` } });

    it('that was announced is taken at once', async () => {
      await withAnother({}, async (other) => {
        idp.behave({ identityProvider: announced });
        expect(await (await arrive(other.url)).signIn('amartin')).toMatchObject({ url: `${other.url}/auth/session` });
        // Right after, so that nobody looks at the metadata again.
        idp.behave(by('second'));
        expect(await (await arrive(other.url)).signIn('amartin')).toMatchObject({ url: `${other.url}/auth/session` });
        idp.behave(by('third'));
        expect(await (await arrive(other.url)).signIn('amartin')).toMatchObject({ url: `${other.url}/saml/acs` });
      });
    });

    it('that was not announced is taken within seconds, encrypted or not', async () => {
      await withAnother({}, async (other) => {
        await (await arrive(other.url)).signIn('amartin');
        for (const [name, encryption] of [['second', false], ['third', true]] as const) {
          idp.behave({ ...by(name), serviceProvider: { 'assertion.encryption': encryption } });
          const until = Date.now() + 15_000;
          let url: string;
          do ({ url } = await (await arrive(other.url)).signIn('amartin'));
          while (!url.endsWith('/auth/session') && Date.now() < until);
          expect(url).toBe(`${other.url}/auth/session`);
        }
      });
    });
  });
});
