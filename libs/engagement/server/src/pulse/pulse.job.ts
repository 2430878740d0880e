import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { closeInvitations, drawInvitations } from './pulse-draw.ts';
import { forgetSentences, mixAnswers } from './pulse-mix.ts';
import { PULSE_IS_ON } from './pulse-rules.ts';

export const askPulse = jobType('engagement.pulse-ask');
export const countPulse = jobType('engagement.pulse-count');

/** Asks some people each night, and counts each hour what was answered. What was asked before it was switched off is closed and counted all the same. */
@Injectable()
export class PulseJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    @Inject(PULSE_IS_ON) private readonly isOn: boolean,
  ) {}

  onModuleInit(): void {
    const today = () => new Date().toISOString().slice(0, 10);
    this.jobs.every(askPulse, '17 3 * * *', async () => {
      await closeInvitations(this.dataSource, today());
      await forgetSentences(this.dataSource, today());
      if (this.isOn) await drawInvitations(this.dataSource, today());
    });
    this.jobs.every(countPulse, '37 * * * *', async () => void (await mixAnswers(this.dataSource, today())));
  }
}
