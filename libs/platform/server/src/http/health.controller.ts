import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../permission/permission.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';

/** For load balancers and monitoring: `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (Prometheus text). */
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  healthz() {
    return { status: 'alive' };
  }

  @Get('readyz')
  async readyz(@Res() response: Response): Promise<void> {
    const ready = await this.readiness.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  }

  @Get('metrics')
  async prometheus(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
