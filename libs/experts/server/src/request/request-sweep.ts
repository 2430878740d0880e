import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType, Retention, type RetentionTerm } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { expertAsked, requestOver, routingChanged } from '../experts.events.ts';

export const sweepRequests = jobType('experts.sweep-requests');

/** Nobody is asked twice as long as the question is looked at. */
const keptRequests: RetentionTerm = { key: 'experts.requests', standardDays: 365, leastDays: 90, mostDays: 365 };
const isOver = `question.id = request.question_id AND NOT request.is_open AND greatest(question.created_at, request.until_at) < $1`;
/** As long as whoever runs it may want to know what was delivered. */
const toldDays = 1;

/** Forgets who was asked: requests of questions asked over a year ago, or what administration says, and events, in which the hours of a refusal could be read, once they are delivered. */
@Injectable()
export class RequestSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(keptRequests, async (before) => {
      const [{ count }]: [{ count: number }] = await this.dataSource.query(`SELECT count(*)::int AS count FROM expert_request request JOIN post question ON ${isOver}`, [before]);
      return count;
    });
    this.jobs.every(sweepRequests, '53 3 * * *', async () => {
      await this.dataSource.query(`DELETE FROM expert_request request USING post question WHERE ${isOver}`, [this.retention.cutoff(keptRequests)]);
      await this.dataSource.query(`DELETE FROM outbox_event WHERE type = ANY($1) AND delivered_at < now() - interval '${toldDays} days'`, [[expertAsked, requestOver, routingChanged].map(({ type }) => type)]);
    });
  }
}
