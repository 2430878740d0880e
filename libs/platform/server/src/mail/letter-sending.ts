import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.ts';
import { jobType } from '../jobs/job-type.ts';
import { Retention, type RetentionTerm } from '../retention/retention.ts';
import { Letters } from './letters.ts';
import { type Delivery, Mailer, type MailLine } from './mailer.ts';

export const sendLetters = jobType('platform.letters');
export const forgetLetters = jobType('platform.letters-forget');

const minuteMs = 60_000;
/** How long a run takes new letters up: the next begins a minute later. */
const runMs = 50_000;
/** Whoever takes a letter has it for so long; then another may, since the first is thought dead. Longer than all limits of a line together. */
const leaseMinutes = 10;
const longestPauseMinutes = 240;
/** Letters that never left are kept so long, for whoever asks what became of them. */
const givenUpLetters: RetentionTerm = { key: 'platform.letters', standardDays: 30, leastDays: 7, mostDays: 90 };

interface DueLetter {
  id: string;
  type: string;
  payload: object;
  attempts: number;
  isTooOld: boolean;
}

/** Sends letters that are due, tries again later and later what failed, and gives up what is no news any more. Any number of processes share the work. */
@Injectable()
export class LetterSending implements OnModuleInit {
  private readonly logger = new Logger(LetterSending.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly letters: Letters,
    private readonly mailer: Mailer,
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(givenUpLetters, async (before) => {
      const [{ count }]: [{ count: number }] = await this.dataSource.query('SELECT count(*)::int AS count FROM letter WHERE expires_at < $1', [before]);
      return count;
    });
    this.jobs.every(forgetLetters, '41 3 * * *', () => this.dataSource.query('DELETE FROM letter WHERE expires_at < $1', [this.retention.cutoff(givenUpLetters)]));
    this.jobs.every(sendLetters, '* * * * *', () => this.sendDue());
  }

  /** Until nothing is due, or the server is not to be talked to: what still waits then would only fail as well. */
  async sendDue(): Promise<void> {
    // What was posted while there was a mail server waits for the next one.
    if (!this.letters.areSent) return;
    const line = this.mailer.open();
    try {
      for (const end = Date.now() + runMs; Date.now() < end; ) {
        const letter = await this.take();
        if (!letter || !(await this.send(line, letter))) return;
      }
    } finally {
      line.close();
    }
  }

  /** SKIP LOCKED: each letter is taken by one of those who look at the same moment. No transaction stays open while the mail server takes its time. */
  private async take(): Promise<DueLetter | undefined> {
    const [[letter]]: [DueLetter[], number] = await this.dataSource.query(
      `UPDATE letter SET attempts = attempts + 1, due_at = now() + make_interval(mins => $1)
       WHERE id = (SELECT id FROM letter WHERE given_up_at IS NULL AND due_at <= now() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, type, payload, attempts, expires_at <= now() AS "isTooOld"`,
      [leaseMinutes],
    );
    return letter;
  }

  /** False: the server is not to be talked to. */
  private async send(line: MailLine, letter: DueLetter): Promise<boolean> {
    if (letter.isTooOld) return this.giveUp(letter, 'EXPIRED');
    const { id, type } = letter;
    const delivery = await this.deliver(line, letter);
    if (delivery.outcome === 'sent' || delivery.outcome === 'unwanted') {
      await this.dataSource.query(`DELETE FROM letter WHERE id = $1`, [id]);
      if (delivery.outcome === 'sent') this.logger.log({ letter: id, letterType: type }, 'A letter was sent.');
      return true;
    }
    if (delivery.outcome === 'refused') return this.giveUp(letter, delivery.failure);
    await this.tryLater(letter, delivery.failure);
    return delivery.outcome === 'later';
  }

  private async deliver(line: MailLine, { id, type, payload }: DueLetter): Promise<Delivery | { outcome: 'unwanted' }> {
    try {
      const letter = await this.letters.written(type, payload);
      // An older process may look first, while a newer one takes its place.
      if (letter === undefined) return { outcome: 'later', failure: 'UNKNOWN_TYPE' };
      return letter ? await line.send(letter, id) : { outcome: 'unwanted' };
    } catch (error) {
      this.logger.error({ err: error, letter: id, letterType: type }, 'A letter could not be written.');
      return { outcome: 'later', failure: 'NOT_WRITTEN' };
    }
  }

  private async tryLater({ id, type, attempts }: DueLetter, failure: string): Promise<void> {
    const pauseMs = Math.min(2 ** attempts, longestPauseMinutes) * minuteMs;
    await this.dataSource.query(`UPDATE letter SET due_at = now() + make_interval(secs => $2), failure = $3 WHERE id = $1`, [id, pauseMs / 1_000, failure]);
    this.logger.warn({ letter: id, letterType: type, failure, attempts }, 'A letter could not be sent; it is tried again.');
  }

  private async giveUp({ id, type, attempts }: DueLetter, failure: string): Promise<true> {
    await this.dataSource.query(`UPDATE letter SET given_up_at = now(), failure = CASE WHEN $2 = 'EXPIRED' THEN coalesce(failure, $2) ELSE $2 END WHERE id = $1`, [id, failure]);
    this.logger.error({ letter: id, letterType: type, failure, attempts }, 'A letter is given up. Once its cause is mended, send it again at /administration/jobs.');
    return true;
  }
}
