import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Period } from '../period/period.ts';
import { Company, type CompanyOverTime } from '../standing/company.ts';
import { Ground } from './ground.ts';
import { MIN_GROUP } from './min-group.ts';

/** Periods kept for whoever asks next. */
const most = 40;

/** What may be told of the periods that were asked for last, which takes longer to work out than the figures themselves. */
@Injectable()
export class Grounds {
  private readonly kept = new WeakMap<CompanyOverTime, Map<string, Ground>>();

  constructor(
    company: Company,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {
    company.beforeRenewal((before, next) => this.renew(before, next));
  }

  of(period: Period, company: CompanyOverTime): Ground {
    const kept = this.kept.get(company) ?? new Map<string, Ground>();
    const key = `${period.from} ${period.to}`;
    const ground = kept.get(key) ?? new Ground(company, period, this.minGroup);
    // The one that was asked for last is the last of the map.
    kept.delete(key);
    kept.set(key, ground);
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    this.kept.set(company, kept);
    return ground;
  }

  /** Makes them anew for a company that has changed, and lets others work in between. */
  private async renew(before: CompanyOverTime, next: CompanyOverTime): Promise<void> {
    for (const { period } of [...(this.kept.get(before)?.values() ?? [])]) {
      this.of(period, next);
      await setImmediate();
    }
  }
}
