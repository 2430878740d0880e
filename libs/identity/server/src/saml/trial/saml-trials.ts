import { Injectable } from '@nestjs/common';
import { hourMs } from '@parvis/platform/server';
import { DataSource, LessThan, MoreThan } from 'typeorm';
import type { Viewer } from '../../viewer/viewer.ts';
import type { PendingRequest } from '../exchange/exchange-store.ts';
import { SamlTrialEntity } from './saml-trial.entity.ts';
import type { TrialResult } from './trial-result.ts';

/** What came of trying connections, for whoever tried. */
@Injectable()
export class SamlTrials {
  constructor(private readonly dataSource: DataSource) {}

  async keep(request: PendingRequest, result: TrialResult): Promise<void> {
    const trials = this.dataSource.getRepository(SamlTrialEntity);
    await trials.delete({ expiresAt: LessThan(new Date()) });
    // Null only for what nobody signed in began, which is no trial.
    if (request.sessionId === null) return;
    await trials.upsert({ id: request.id, sessionId: request.sessionId, expiresAt: new Date(Date.now() + hourMs), result }, ['id']);
  }

  /** Null when there is none, also when somebody else tried. */
  async ofSession({ sessionId }: Viewer, id: string): Promise<SamlTrialEntity | null> {
    return this.dataSource.manager.findOneBy(SamlTrialEntity, { id, sessionId, expiresAt: MoreThan(new Date()) });
  }
}
