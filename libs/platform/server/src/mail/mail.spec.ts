import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '../database/transactions.ts';
import { Metrics } from '../http/metrics.ts';
import { Jobs } from '../jobs/jobs.ts';
import { platformDomain } from '../platform.domain.ts';
import { headersOf, partOf, startTestServer, TestMailServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { Retention } from '../retention/retention.ts';
import { LetterEntity } from './letter.entity.ts';
import { forgetLetters, LetterSending } from './letter-sending.ts';
import { type Letter, letterType } from './letter.ts';
import { Letters } from './letters.ts';
import { Mailer } from './mailer.ts';

interface Payload {
  number: number;
}

const aLetter = letterType<Payload>('test.letter');
const letter: Letter = {
  to: { name: 'Zoé Lefèvre', address: 'zoe@example.org' },
  language: 'fr',
  subject: 'Rapport mensuel : octobre 2026',
  paragraphs: ['Le rapport est prêt.', 'Il tient en une page.'],
  link: { label: 'Ouvrir le rapport', path: '/engagement/report?month=2026-10&x=1' },
  reason: 'Vous faites partie des ressources humaines.',
  choices: { label: 'Choisir ce qui m’est envoyé', path: '/settings/notifications' },
};

let mail: TestMailServer;
let server: TestServer;
/** What is written when one leaves. */
let written: Letter | null | Error | Promise<never>;
/** Called when one begins to be written. */
let begins: () => void;
const servers: TestServer[] = [];
const mailServers: TestMailServer[] = [];

beforeAll(async () => {
  mail = await TestMailServer.start();
  server = await aServer(`${mail.url}?tls=off`);
});
afterAll(async () => {
  for (const one of servers) await one.stop();
  for (const one of [mail, ...mailServers]) await one.stop();
});
beforeEach(() => {
  written = letter;
  begins = () => undefined;
  mail.refusal = null;
});
afterEach(async () => {
  mail.received.length = 0;
  await server.dataSource.query('TRUNCATE letter');
});

async function aServer(smtpUrl: string): Promise<TestServer> {
  const one = await startTestServer([platformDomain], { modules: [ProbeModule], env: { SMTP_URL: smtpUrl, MAIL_FROM: 'Parvis <parvis@example.com>', PARVIS_URL: 'https://parvis.example.com', LOG_LEVEL: 'info' } });
  servers.push(one);
  one.app.get(Letters).on(aLetter, async () => {
    begins();
    if (written instanceof Error) throw written;
    return written;
  });
  return one;
}

async function aMailServer(...options: Parameters<typeof TestMailServer.start>): Promise<TestMailServer> {
  const one = await TestMailServer.start(...options);
  mailServers.push(one);
  return one;
}

const post = (number = 1, { by = server, at }: { by?: TestServer; at?: Date } = {}) => by.app.get(Transactions).run((tx) => by.app.get(Letters).post(tx, aLetter, { number }, { ...(at && { at }) }));
const send = (by = server) => by.app.get(LetterSending).sendDue();
const waiting = (by = server): Promise<LetterEntity[]> => by.dataSource.manager.find(LetterEntity, { order: { id: 'ASC' } });
const dueNow = () => server.dataSource.query('UPDATE letter SET due_at = now()');
const minutesUntil = (at: Date): number => Math.round((at.getTime() - Date.now()) / 60_000);

describe('a letter', () => {
  it('reaches its reader as text and as a page, says what it is, and leaves nothing behind', async () => {
    await post();
    const [{ id = '' } = {}] = await waiting();
    await send();

    const [got] = mail.received;
    if (!got) throw new Error('Nothing came.');
    expect([got.from, got.to]).toEqual(['parvis@example.com', ['zoe@example.org']]);
    const headers = Object.fromEntries(['From', 'To', 'Subject', 'Message-ID', 'Auto-Submitted', 'List-Unsubscribe', 'Content-Language'].map((name) => [name, headersOf(got, name)]));
    expect(headers).toEqual({
      From: ['Parvis <parvis@example.com>'],
      To: [expect.stringMatching(/^"?Zoé Lefèvre"? <zoe@example\.org>$/)],
      Subject: ['Rapport mensuel : octobre 2026'],
      'Message-ID': [`<${id}@example.com>`],
      'Auto-Submitted': ['auto-generated'],
      'List-Unsubscribe': ['<https://parvis.example.com/settings/notifications>'],
      'Content-Language': ['fr'],
    });
    expect(partOf(got, 'text/plain').trim()).toBe(
      [
        'Le rapport est prêt.', 'Il tient en une page.', 'Ouvrir le rapport\nhttps://parvis.example.com/engagement/report?month=2026-10&x=1', '-- ',
        'Vous faites partie des ressources humaines.\nChoisir ce qui m’est envoyé\nhttps://parvis.example.com/settings/notifications',
      ].join('\n\n'),
    );
    const page = partOf(got, 'text/html');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('href="https://parvis.example.com/engagement/report?month=2026-10&amp;x=1"');
    // Nothing that a mail program would fetch.
    expect(page).not.toMatch(/<img|<link|@import|url\(|src=/i);
    expect(await waiting()).toEqual([]);
  });

  it('is not sent before its time, nor when the transaction is undone', async () => {
    await post(1, { at: new Date(Date.now() + 60_000) });
    await server.app.get(Transactions).run(async (tx) => {
      await server.app.get(Letters).post(tx, aLetter, { number: 2 });
      throw new Error('undone');
    }).catch(() => undefined);
    await send();
    expect([mail.received.length, (await waiting()).length]).toEqual([0, 1]);
  });

  it('is not sent to who does not want it any more', async () => {
    await post();
    written = null;
    await send();
    expect([mail.received, await waiting()]).toEqual([[], []]);
  });

  it('is sent once by several processes that look at the same moment', async () => {
    const second = new LetterSending(server.app.get(Jobs), server.app.get(Letters), server.app.get(Mailer), server.dataSource, server.app.get(Retention));
    for (let number = 0; number < 20; number += 1) await post(number);
    const ids = (await waiting()).map(({ id }) => id);
    await Promise.all([send(), second.sendDue(), send(), second.sendDue()]);
    const sent = mail.received.map((got) => /^<([^@]+)@/.exec(headersOf(got, 'Message-ID')[0] ?? '')?.[1]);
    expect(sent.toSorted()).toEqual(ids.toSorted());
    expect(await waiting()).toEqual([]);
  });

  it('is sent again when a process died while it had it, as the same letter', async () => {
    await post();
    const [{ id = '' } = {}] = await waiting();
    const begun = new Promise<void>((resolve) => (begins = resolve));
    written = new Promise<never>(() => undefined);
    void send();
    await begun;
    written = letter;
    await send();
    expect(mail.received).toEqual([]);
    await dueNow();
    await send();
    expect(mail.received.map((got) => headersOf(got, 'Message-ID'))).toEqual([[`<${id}@example.com>`]]);
  });
});

describe('what cannot be sent', () => {
  it('is tried again, later and later, when the mail server asks for it', async () => {
    await post();
    mail.refusal = { at: 'recipient', code: 451 };
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await dueNow();
      await send();
      const [left] = await waiting();
      pauses.push(minutesUntil(left?.dueAt as Date));
      expect(left).toMatchObject({ attempts: attempt + 1, failure: 'EENVELOPE 451', givenUpAt: null });
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 240, 240]);
    mail.refusal = null;
    await dueNow();
    await send();
    expect([mail.received.length, (await waiting()).length]).toEqual([1, 0]);
  });

  it.each([530, 550, 451])('waits while the mail server lets nobody send in the name of Parvis (%d): that is wrong with no letter', async (code) => {
    await post(1);
    await post(2);
    mail.refusal = { at: 'sender', code };
    await send();
    expect((await waiting()).map(({ attempts, failure, givenUpAt }) => [attempts, failure, givenUpAt])).toEqual([[1, `SENDER ${code}`, null], [0, null, null]]);
    mail.refusal = null;
    await dueNow();
    await send();
    expect([mail.received.length, await waiting()]).toEqual([2, []]);
  });

  it('waits for a process that knows its type, when an older one looks first', async () => {
    await post();
    await server.dataSource.query(`UPDATE letter SET type = 'test.newer'`);
    await send();
    expect(await waiting()).toMatchObject([{ failure: 'UNKNOWN_TYPE', givenUpAt: null }]);
  });

  it('does not hold up the others', async () => {
    await post(1);
    await post(2);
    mail.refusal = { at: 'message', code: 452 };
    await send();
    expect((await waiting()).map(({ failure }) => failure)).toEqual(['EMESSAGE 452', 'EMESSAGE 452']);
  });

  it.each([
    ['the mail server will never take it', { at: 'recipient', code: 550 } as const, letter, 'EENVELOPE 550'],
    ['its message is refused for good', { at: 'message', code: 554 } as const, letter, 'EMESSAGE 554'],
    ['the address is none', null, { ...letter, to: { name: 'Zoé', address: 'zoe@example.org, all@example.org' } }, 'ADDRESS'],
  ])('is given up at once when %s', async (_what, refusal, wanted, failure) => {
    await post();
    mail.refusal = refusal;
    written = wanted;
    await send();
    expect(await waiting()).toMatchObject([{ failure, givenUpAt: expect.any(Date) }]);
    mail.refusal = null;
    await dueNow();
    await send();
    expect(mail.received).toEqual([]);
    expect(await server.app.get(Metrics).text()).toMatch(/^parvis_letters\{state="given_up"\} 1$/m);
  });

  it('is given up after four days, shown in the figures, and forgotten a month later', async () => {
    await post(1, { at: new Date(Date.now() - 4 * 86_400_000 - 1_000) });
    await server.dataSource.query(`UPDATE letter SET failure = 'EENVELOPE 451'`);
    await send();
    expect([mail.received, await waiting()]).toMatchObject([[], [{ failure: 'EENVELOPE 451', givenUpAt: expect.any(Date) }]]);
    await post(2);
    expect(await server.app.get(Metrics).text()).toMatch(/^parvis_letters\{state="waiting"\} 1\nparvis_letters\{state="given_up"\} 1$/m);
    await server.app.get(Jobs).run(forgetLetters, {});
    expect(await waiting()).toHaveLength(2);
    await server.dataSource.query(`UPDATE letter SET expires_at = now() - interval '31 days' WHERE given_up_at IS NOT NULL`);
    await server.app.get(Jobs).run(forgetLetters, {});
    expect(await waiting()).toMatchObject([{ payload: { number: 2 } }]);
  });

  it('is tried again when it could not be written', async () => {
    await post();
    written = new Error('The database was away.');
    await send();
    expect(await waiting()).toMatchObject([{ failure: 'NOT_WRITTEN', givenUpAt: null }]);
  });

  it('waits for a mail server that is away, which is asked once, not for each letter', async () => {
    const away = await aServer(`smtp://127.0.0.1:${(await closedServer()).port}?tls=off`);
    await post(1, { by: away });
    await post(2, { by: away });
    await send(away);
    expect((await waiting(away)).map(({ attempts, failure }) => [attempts, failure])).toEqual([[1, 'ESOCKET'], [0, null]]);
  });
});

async function closedServer(): Promise<TestMailServer> {
  const one = await TestMailServer.start();
  await one.stop();
  return one;
}

describe('names and words of people', () => {
  const inject = 'Zoé\r\nBcc: everybody@example.org\r\n\r\nBuy!';

  it.each([
    ['a name', { ...letter, to: { name: `${inject} <evil@example.org>, "`, address: 'zoe@example.org' } }],
    ['a subject', { ...letter, subject: `Nouvelles de ${inject}` }],
    ['a name with every separator of lines', { ...letter, to: { name: 'Z\u0085o\u2028é\u0000\vBcc: a@example.org', address: 'zoe@example.org' } }],
  ])('bring no header, no reader and no words into a letter by %s', async (_where, wanted) => {
    await post();
    written = wanted;
    await send();
    const [got] = mail.received;
    if (!got) throw new Error('Nothing came.');
    expect(got.to).toEqual(['zoe@example.org']);
    expect([headersOf(got, 'Bcc'), headersOf(got, 'To').length, headersOf(got, 'Subject').length]).toEqual([[], 1, 1]);
    expect(partOf(got, 'text/plain')).not.toContain('Buy!');
  });

  it('bring no element into the page', async () => {
    await post();
    written = { ...letter, subject: '</title><script>alert(1)</script>', paragraphs: ['<img src="https://evil.example/x.png" onerror=\'x\'> & co'], link: { label: '<b>', path: '/"><script>' } };
    await send();
    const page = mail.received.map((got) => partOf(got, 'text/html')).join('');
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('&lt;img src=&quot;https://evil.example/x.png&quot; onerror=&#39;x&#39;&gt; &amp; co');
  });

  it('stand in no line of the log and in no row', async () => {
    await post();
    mail.refusal = { at: 'recipient', code: 550 };
    await send();
    const told = server.log.join('\n');
    expect(told).toContain('A letter is given up.');
    for (const secret of ['zoe@example.org', 'somebody@example.org', 'Zoé', 'octobre']) expect([told.includes(secret), JSON.stringify(await waiting()).includes(secret)]).toEqual([false, false]);
  });
});

describe('a line to the mail server', () => {
  it('logs in with the user and the password of SMTP_URL', async () => {
    const locked = await aMailServer({ authOptional: false });
    const one = await aServer(`smtp://parvis:p%40ss@127.0.0.1:${locked.port}?tls=when-offered`);
    await post(1, { by: one });
    await send(one);
    expect([locked.logins, locked.received.length]).toEqual([['parvis:p@ss'], 1]);
    expect(one.log.join('\n')).not.toContain('p@ss');
  });

  it.each([
    ['offers no encryption', { hideSTARTTLS: true }],
    ['shows a certificate that nobody vouches for', { hideSTARTTLS: false }],
  ])('tells neither password nor letter to a server that %s', async (_what, options) => {
    const open = await aMailServer(options);
    const one = await aServer(`smtp://parvis:hunter2@127.0.0.1:${open.port}`);
    await post(1, { by: one });
    await send(one);
    expect([open.logins, open.received]).toEqual([[], []]);
    expect(await waiting(one)).toMatchObject([{ attempts: 1, failure: expect.stringMatching(/^(ETLS|ESOCKET)/), givenUpAt: null }]);
    expect(one.log.join('\n')).not.toContain('hunter2');
  });
});

describe('without SMTP_URL', () => {
  it('nothing is posted, and nothing is sent', async () => {
    const silent = await startTestServer([platformDomain], { modules: [ProbeModule] });
    servers.push(silent);
    await post(1, { by: silent });
    expect([silent.app.get(Letters).areSent, await waiting(silent)]).toEqual([false, []]);
    await expect(silent.app.get(Jobs).run({ name: 'platform.letters' }, {})).resolves.toBeUndefined();
  });
});
