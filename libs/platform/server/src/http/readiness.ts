import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether this process can serve: the start has finished, the database answers, and it is not stopping. */
@Injectable()
export class Readiness {
  private started = false;
  private stopping = false;

  constructor(private readonly dataSource: DataSource) {}

  startFinished(): void {
    this.started = true;
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  async isReady(): Promise<boolean> {
    if (!this.started || this.stopping) return false;
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
