import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { testKeys } from '../../libs/identity/server/src/saml/testing/test-identity-provider.ts';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { LemonLdap, lemonldapMissing } from './lemonldap.ts';
import { ParvisUnderTest } from './parvis-under-test.ts';
import { Person } from './person.ts';

if (lemonldapMissing.length > 0) process.stderr.write(`SKIPPED: single sign-on through LemonLDAP::NG, since ${lemonldapMissing.join(' and ')} is not there (test/sso/README.md).\n`);

const people = {
  amartin: { uid: 'amartin', cn: 'Alice Martin', givenName: 'Alice', sn: 'Martin', mail: 'alice.martin@corp.example', department: 'R&D <Optics>', groups: ['all-staff', 'it'] },
  efischer: { uid: 'efischer', cn: 'Éva Fischer-Groß', givenName: 'Éva', sn: 'Fischer-Groß', mail: 'eva.fischer@corp.example', groups: [] },
  nomail: { uid: 'nomail', cn: 'Norbert Nomail', givenName: 'Norbert', sn: 'Nomail', groups: [] },
};
const first = testKeys('first');
const second = testKeys('second');

(lemonldapMissing.length > 0 ? describe.skip : describe)('single sign-on through LemonLDAP::NG', () => {
  let parvis: ParvisUnderTest;
  let idp: LemonLdap;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    idp = new LemonLdap(await unusedPort());
    parvis = await ParvisUnderTest.start(await unusedPort(), { SAML_IDP_METADATA: idp.metadataUrl, SAML_ROLE_IT: 'it', PARVIS_DATA_DIR: idp.folder });
    await idp.start({ parvisMetadata: await parvis.metadata(), people, keys: first });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await parvis?.stop();
    await idp?.stop();
  });
  const arrive = async () => Person.arrive(await browser.newContext({ locale: 'en-GB' }), parvis.url);
  beforeEach(async () => {
    person = await arrive();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  const answerOf = (visitor: Person) => Buffer.from(visitor.delivered?.SAMLResponse ?? '', 'base64').toString();

  it('crosses two sites and lands on the page first asked for', async () => {
    const { asked, url } = await person.open('/saml/login?returnTo=%2Fideas%2F12%3Ftab%3Dvotes', 'amartin');
    expect({ asked, url }).toEqual({ asked: 1, url: `${parvis.url}/ideas/12?tab=votes` });
    expect(await person.session()).toMatchObject({ displayName: 'Alice Martin', email: 'alice.martin@corp.example', roles: ['employee', 'it'] });
    expect(answerOf(person)).toContain('nameid-format:persistent');

    await person.forgetParvis();
    expect(await person.signIn('amartin')).toMatchObject({ asked: 0, url: `${parvis.url}/auth/session` });
  });

  it('reads every letter', async () => {
    await person.signIn('efischer');
    expect(await person.session()).toMatchObject({ displayName: 'Éva Fischer-Groß', email: 'eva.fischer@corp.example' });
  });

  it('lets somebody without a mail in', async () => {
    await person.signIn('nomail');
    expect(await person.session()).toMatchObject({ displayName: 'Norbert Nomail', email: null });
  });

  it('asks anew when somebody confirms who they are', async () => {
    await person.signIn('amartin');
    // So long ago that it counts as before: it reckons in whole seconds.
    await person.page.waitForTimeout(2_100);
    expect(await person.signIn('amartin', { confirming: true })).toMatchObject({ asked: 1, url: `${parvis.url}/auth/session` });
    expect(await person.session()).not.toBeNull();
  });

  it('counts once, in the browser that asked', async () => {
    const form = await person.signInHeldBack('amartin');
    const other = await arrive();
    expect((await other.context.request.post(`${parvis.url}/saml/acs`, { form })).status()).toBe(403);
    expect(await other.session()).toBeNull();
    expect((await person.context.request.post(`${parvis.url}/saml/acs`, { form, maxRedirects: 0 })).status()).toBe(303);
    expect((await person.context.request.post(`${parvis.url}/saml/acs`, { form })).status()).toBe(403);
  });

  describe('signing out', () => {
    it('begun here ends both sessions', async () => {
      await person.signIn('amartin');
      expect(await person.open('/saml/logout', 'amartin')).toMatchObject({ url: `${parvis.url}/saml/signed-out?everywhere=true`, asked: 0 });
      expect(await person.session()).toBeNull();
      expect((await person.signIn('amartin')).asked).toBe(1);
    });

    it('begun there, in frames, ends the session here and no other of the same person', async () => {
      const elsewhere = await arrive();
      await elsewhere.signIn('amartin');
      await person.signIn('amartin');
      await person.page.goto(idp.logoutUrl);
      await person.page.getByRole('button', { name: 'Continue' }).waitFor();
      expect(person.complaints).toEqual([]);
      expect(await person.session()).toBeNull();
      expect(await elsewhere.session()).not.toBeNull();
      await person.page.getByRole('button', { name: 'Continue' }).click();
      expect((await person.signIn('amartin')).asked).toBe(1);
    });
  });

  describe('otherwise set', () => {
    afterAll(() => idp.become({ keys: first }));

    it.each<[string, Record<string, unknown>, string]>([
      ['encrypted', { samlSPMetaDataOptionsEncryptionMode: 'assertion' }, 'EncryptedAssertion'],
      ['signed by SHA-384', { samlSPMetaDataOptionsSignatureMethod: 'RSA_SHA384' }, 'rsa-sha384'],
      ['signed by SHA-512', { samlSPMetaDataOptionsSignatureMethod: 'RSA_SHA512' }, 'rsa-sha512'],
      ['signed in its assertion alone', { samlSPMetaDataOptionsSignSSOMessage: 0 }, 'Success"/></samlp:Status><saml:Assertion'],
      ['with a mail for NameID', { samlSPMetaDataOptionsNameIDFormat: 'email' }, 'nameid-format:emailAddress'],
      ['with a NameID that changes', { samlSPMetaDataOptionsNameIDFormat: 'transient' }, 'nameid-format:transient'],
      ['with a NameID of its own', { samlSPMetaDataOptionsNameIDFormat: 'unspecified', samlSPMetaDataOptionsNameIDSessionKey: 'uid' }, 'nameid-format:unspecified'],
    ])('is taken when it is %s, and signs out', async (_, serviceProvider, sign) => {
      await idp.become({ keys: first, serviceProvider });
      await person.signIn('amartin');
      expect(answerOf(person)).toContain(sign);
      expect(await person.session()).toMatchObject({ displayName: 'Alice Martin' });
      expect(await person.open('/saml/logout', 'amartin')).toMatchObject({ url: `${parvis.url}/saml/signed-out?everywhere=true` });
    });

    it('is refused in words when it is signed by SHA-1', async () => {
      await idp.become({ keys: first, serviceProvider: { samlSPMetaDataOptionsSignatureMethod: 'RSA_SHA1' } });
      expect(await person.signIn('amartin')).toMatchObject({ url: `${parvis.url}/saml/acs`, text: expect.stringMatching(/^Sign-in refused[\s\S]*Reference/) });
      expect((await parvis.refusals())[0]).toBe('algorithm');
      expect(await person.session()).toBeNull();
    });

    it('by another key is taken within seconds', async () => {
      await idp.become({ keys: first });
      await person.signIn('amartin');
      await idp.become({ keys: second });
      const until = Date.now() + 15_000;
      let url: string;
      do ({ url } = await (await arrive()).signIn('amartin'));
      while (!url.endsWith('/auth/session') && Date.now() < until);
      expect(url).toBe(`${parvis.url}/auth/session`);
    });
  });
});
