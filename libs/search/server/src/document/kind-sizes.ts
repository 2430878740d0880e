import { Injectable } from '@nestjs/common';
import { hourMs } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

/** A kind of so few documents is quicker walked through week by week: looking a word up would read the documents of all kinds. */
const few = 50_000;

/** Which kinds hold many documents, counted once an hour. */
@Injectable()
export class KindSizes {
  private counted: Promise<ReadonlySet<string>> | undefined;
  private countedAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  large(): Promise<ReadonlySet<string>> {
    if (!this.counted || Date.now() - this.countedAt > hourMs) {
      this.countedAt = Date.now();
      this.counted = this.count();
      // The next one tries again.
      this.counted.catch(() => (this.counted = undefined));
    }
    return this.counted;
  }

  private async count(): Promise<ReadonlySet<string>> {
    const rows: { kind: string }[] = await this.dataSource.query(`SELECT kind FROM search_document GROUP BY kind HAVING count(*) > ${few}`);
    return new Set(rows.map(({ kind }) => kind));
  }
}
