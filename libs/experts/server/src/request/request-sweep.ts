import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { expertAsked, requestOver, routingChanged } from '../experts.events.ts';

export const sweepRequests = jobType('experts.sweep-requests');

/** Nobody is asked twice as long as the question is looked at. */
const keptYears = 1;
/** As long as whoever runs it may want to know what was delivered. */
const toldDays = 1;

/** Forgets who was asked: requests of questions asked over a year ago, and events, in which the hours of a refusal could be read, once they are delivered. */
@Injectable()
export class RequestSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.every(sweepRequests, '53 3 * * *', async () => {
      await this.dataSource.query(
        `DELETE FROM expert_request request USING post question
         WHERE question.id = request.question_id AND NOT request.is_open AND greatest(question.created_at, request.until_at) < now() - interval '${keptYears} years'`,
      );
      await this.dataSource.query(`DELETE FROM outbox_event WHERE type = ANY($1) AND delivered_at < now() - interval '${toldDays} days'`, [[expertAsked, requestOver, routingChanged].map(({ type }) => type)]);
    });
  }
}
