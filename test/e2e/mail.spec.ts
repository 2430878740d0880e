import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headersOf, partOf, TestMailServer } from '../../libs/platform/server/src/testing/mail-server.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

let mail: TestMailServer;
const parvis = parvisForThisFile({
  hasOwnDatabase: true,
  env: async () => {
    mail = await TestMailServer.start();
    return { SMTP_URL: mail.url };
  },
});
afterAll(() => mail.stop());

let hr: Visitor, employee: Visitor;

beforeAll(async () => {
  [hr, employee] = await Promise.all([parvis.arriveAs('Human resources', '/settings/notifications'), parvis.arriveAs('Élodie Marchand', '/settings/notifications', { locale: 'fr-FR', width: 390 })]);
  // At work, whenever the journey is made.
  await hr.ask('mutation { changeNotificationSettings(input: { hasQuietHours: false }) { hasQuietHours } }');
});

/** Lets a job come round now. */
const run = (job: string) => parvis.sql.query(`INSERT INTO pgboss.job (name, data) VALUES ($1, '{}')`, [job]);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) if (await isSo()) return;
  throw new Error('It did not come about in time.');
}

describe('the monthly report', () => {
  it('comes to HR as a notification and as a letter in the language of their pages, which lead to the month', async () => {
    await hr.settled();
    await run('engagement.monthly-report');
    await until(async () => (await parvis.sql.query('SELECT FROM letter')).rowCount !== 0);
    await run('platform.letters');
    const { email } = (await hr.ask<{ viewer: { person: { email: string } } }>('{ viewer { person { email } } }')).viewer.person;
    const mine = () => mail.received.find(({ to }) => to.includes(email));
    await until(() => mine() !== undefined);

    const letter = mine() as NonNullable<ReturnType<typeof mine>>;
    expect(headersOf(letter, 'Subject')[0]).toMatch(/^Monthly report on the indicators: [A-Z][a-z]+ \d{4}$/);
    const { pathname, search } = new URL(/^http\S+$/m.exec(partOf(letter, 'text/plain'))?.[0] as string);
    await hr.open('/notifications');
    await hr.page.getByRole('link', { name: /The monthly report is ready/ }).click();
    await hr.page.getByRole('heading', { level: 1, name: /^Monthly report/ }).waitFor();
    await hr.settled();
    const { url } = parvis.stack;
    expect(hr.page.url()).toBe(`${url}${pathname}${search}`);
    expect(await hr.faults()).toEqual([]);
  });

  it('comes as a letter no more once that is turned off, where the letter leads', async () => {
    const letter = mail.received[0] as (typeof mail.received)[number];
    await hr.page.goto(/^<(.*)>$/.exec(headersOf(letter, 'List-Unsubscribe')[0] ?? '')?.[1] as string);
    await hr.page.getByRole('checkbox', { name: /By e-mail too.*Monthly report/ }).uncheck();
    await hr.page.getByText('Saved.', { exact: true }).waitFor();
    await hr.page.reload();
    await hr.settled();
    expect(await hr.page.getByRole('checkbox', { name: /By e-mail too/ }).isChecked()).toBe(false);
    expect(await hr.faults()).toEqual([]);
  });

  it('is offered to nobody else', async () => {
    await employee.settled();
    expect([await employee.page.getByText('Chaque mois').count(), await employee.page.getByText('Aussi par courriel').count()]).toEqual([0, 0]);
    expect(await employee.faults()).toEqual([]);
  });
});
