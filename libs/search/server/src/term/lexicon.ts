import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

const everyMs = 30_000;
const batchSize = 2_000;
/** After so many new texts (an import) what lies unsorted in the index of texts is put in its place: each search would read it whole. And PostgreSQL learns how many words there are now. */
const manyTexts = 200;

// Several processes take different rows. In the order of the words, so that they never wait for each other in a circle.
const takeIn = `
  WITH taken AS (
    DELETE FROM search_unread WHERE id IN (SELECT id FROM search_unread ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING words
  ), counted AS (
    SELECT fold(word) AS term, mode() WITHIN GROUP (ORDER BY word) AS shown, count(*)::int AS documents FROM taken, unnest(taken.words) word
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9@./:_-]' GROUP BY 1
  ), learnt AS (
    INSERT INTO search_term (term, shown, documents) SELECT term, shown, documents FROM counted ORDER BY term
    ON CONFLICT (term) DO UPDATE SET documents = search_term.documents + excluded.documents
  )
  SELECT count(*)::int AS count FROM taken`;

/** Keeps the words that people write, to complete and correct what is typed. Behind by half a minute at most. */
@Injectable()
export class Lexicon implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Lexicon.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.test) return;
    const look = (): void => void this.settled().catch((error: Error) => this.logger.warn(`New words wait: ${error.message}`));
    this.timer = setInterval(look, everyMs);
    this.timer.unref();
    look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running.catch(() => undefined);
  }

  /** Resolves when all that was written so far is known. */
  settled(): Promise<void> {
    this.running = this.running.catch(() => undefined).then(() => this.readOn());
    return this.running;
  }

  private async readOn(): Promise<void> {
    let read = 0;
    for (let last = batchSize; last === batchSize && !this.stopped; read += last) {
      const [taken]: { count: number }[] = await this.dataSource.query(takeIn);
      last = taken?.count ?? 0;
    }
    if (read < manyTexts || this.stopped) return;
    await this.dataSource.query('SELECT search_tidy_words()');
  }
}
