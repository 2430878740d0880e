import { failureCode } from '../errors/failure-code.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { MailRoute } from '../mail/mail-route.ts';
import { type HealthFinding, text } from './health-check.ts';

/** Whether the mail server lets us in, by calling it: for whoever asks once, not for what is looked at all day. Throws SecretUnreadable. */
export async function lookAtMailServer(mailer: Mailer, route: MailRoute): Promise<HealthFinding[]> {
  const mail = route.current();
  if (!mail) return [];
  const server = text(`${mail.server.host}:${mail.server.port}`);
  const line = mailer.open();
  try {
    await line.greet();
    return [{ code: 'letters.server-answers', state: 'fine', facts: { server } }];
  } catch (error) {
    const { responseCode, syscall } = error as { responseCode?: number; syscall?: string };
    return [{ code: 'letters.server-refuses', state: 'fault', facts: { server, failure: text([syscall === 'connect' ? 'ECONNECTION' : failureCode(error), responseCode].filter(Boolean).join(' ')) } }];
  } finally {
    line.close();
  }
}
