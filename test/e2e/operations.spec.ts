import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestMailServer } from '../../libs/platform/server/src/testing/mail-server.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile({ hasOwnDatabase: true });
const administrator = 'Thomas Vandenberghe';
const event = 'wiki.page-edited';
const job = 'feed.event-reminder';
let visitor: Visitor;
let mail: TestMailServer;

beforeAll(async () => {
  mail = await TestMailServer.start();
  const { sql } = parvis;
  await sql.query(
    `INSERT INTO outbox_event (id, type, payload, created_at, next_attempt_at, attempts, given_up_at, failure) VALUES ($1, $2, '{"pageId":"00000000-0000-7000-8000-000000000000"}', now(), now(), 16, now() - interval '2 hours', '57014')`,
    [randomUUID(), event],
  );
  await sql.query(
    `INSERT INTO pgboss.job (name, data, state, retry_limit, retry_count, started_on, completed_on, output) SELECT $1, '{}', 'failed', 8, 8, now() - interval '1 hour', now() - interval '1 hour', '{"code":"ECONNREFUSED"}' FROM generate_series(1, 3)`,
    [job],
  );
  await sql.query(`INSERT INTO server_process VALUES ($1, 'web-7.example.org', 'web', '0.0.9', now() - interval '3 days', now() - interval '10 minutes', 412000000, 0.2, 3, 0)`, [randomUUID()]);
  visitor = await parvis.arriveAs(administrator, '/administration/health', { locale: 'fr-FR' });
  await visitor.page.getByRole('link', { name: 'Confirmer mon identité' }).click();
  await visitor.page.getByRole('button', { name: administrator }).click();
  await visitor.page.waitForURL(`${parvis.stack.url}/administration/health`);
});
afterAll(() => mail.stop());

describe('the health of the server', () => {
  it('says what is wrong, since when, and what to do, the worst first', async () => {
    const { page } = visitor;
    await page.getByText('Un événement a été abandonné').waitFor();
    const trouble = page.getByRole('listitem').filter({ hasText: 'Un événement a été abandonné' });
    await trouble.getByText('En panne').waitFor();
    await trouble.getByText(/^Depuis le /).waitFor();
    await trouble.getByText('Que faire :').waitFor();
    await page.getByText(/web-7\.example\.org \(pages\) ne donne plus de nouvelles/).waitFor();
    expect(await visitor.faults()).toEqual([]);
  });
});

describe('background work', () => {
  it('is tried again once its cause is mended', async () => {
    const { page } = visitor;
    await visitor.open('/administration/jobs');
    const failed = page.getByRole('listitem').filter({ hasText: event });
    await failed.getByText('La base de données a interrompu une requête trop longue.').waitFor();
    await failed.getByRole('button', { name: 'Réessayer' }).click();
    await failed.waitFor({ state: 'detached' });
    const { rows } = await parvis.sql.query('SELECT count(*)::int AS count FROM outbox_event WHERE given_up_at IS NOT NULL');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('that failed is discarded once its name was typed', async () => {
    const { page } = visitor;
    await page.getByRole('listitem').filter({ hasText: 'Rappeler un événement' }).getByRole('button', { name: 'Abandonner…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Abandonner 3 tâches en échec ?' });
    await dialog.getByRole('button', { name: 'Abandonner définitivement' }).click();
    await dialog.getByRole('alert').getByText('Ce n’est pas le nom de la tâche.').waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await dialog.getByLabel(/Saisissez/).fill(job);
    await dialog.getByRole('button', { name: 'Abandonner définitivement' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await parvis.sql.query(`SELECT count(*)::int AS count FROM pgboss.job WHERE state = 'failed'`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('that the clock asks for runs when IT asks for it, which stands in the log', async () => {
    const { page } = visitor;
    await page.getByRole('listitem').filter({ hasText: 'media.sweep' }).getByRole('button', { name: 'Exécuter maintenant' }).click();
    await page.getByText('Elle s’exécutera dans quelques secondes', { exact: true }).waitFor();
    const { rows } = await parvis.sql.query(`SELECT action FROM audit_entry WHERE area = 'configuration' ORDER BY number DESC LIMIT 3`);
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['configuration.job-run', 'configuration.jobs-discarded', 'configuration.events-tried-again']);
    expect(await visitor.faults()).toEqual([]);
  });
});

describe('e-mail', () => {
  it('is set on a page, tried at once, and keeps its password to itself', async () => {
    const { page } = visitor;
    await visitor.open('/administration/mail');
    await page.getByText('Aucun serveur de messagerie n’est configuré').waitFor();
    await page.getByLabel('Nom du serveur').fill('127.0.0.1');
    await page.getByLabel('Port').fill(String(mail.port));
    await page.getByLabel('Chiffrement').selectOption('NONE');
    await page.getByLabel('Nom d’utilisateur').fill('parvis');
    await page.getByLabel('Adresse de l’expéditeur').fill('parvis@example.org');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Saisissez le mot de passe pour ce serveur et cet utilisateur.').waitFor();
    await page.getByLabel('Mot de passe').fill('s3cret-of-the-mail-server');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Par le serveur de messagerie réglé sur cette page.').waitFor();
    await page.getByRole('button', { name: 'M’envoyer un courriel' }).click();
    await page.getByText('Le serveur de messagerie a accepté le courriel.').waitFor();
    expect(mail.received).toHaveLength(1);
    expect(mail.logins).toEqual(['parvis:s3cret-of-the-mail-server']);
    await page.reload();
    await page.getByText('Un mot de passe est enregistré.').waitFor();
    expect(await page.content()).not.toContain('s3cret');
    expect(await page.getByLabel('Mot de passe').inputValue()).toBe('');
    expect(await visitor.faults()).toEqual([]);
  });
});

describe('retention', () => {
  it('is lowered once one was told what goes, and its name was typed', async () => {
    const { page } = visitor;
    await visitor.open('/administration/retention');
    await page.getByRole('button', { name: 'Modifier la durée de conservation : Brouillons' }).click();
    const dialog = page.getByRole('dialog', { name: 'Brouillons' });
    await dialog.getByLabel('Jours').fill('10');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Saisissez un nombre de jours de 30 à 365.').waitFor();
    await dialog.getByLabel('Jours').fill('60');
    await dialog.getByText(/serai(en)?t effacés? à ce jour/).waitFor();
    await dialog.getByLabel(/Saisissez conversations\.drafts/).fill('conversations.drafts');
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('60 jours').waitFor();
    const { rows } = await parvis.sql.query(`SELECT details FROM audit_entry WHERE action = 'configuration.retention-changed'`);
    expect(rows).toEqual([{ details: { term: 'conversations.drafts', before: 90, after: 60 } }]);
    expect(await visitor.faults()).toEqual([]);
  });
});
