import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Period } from '../period/period.ts';
import { Company, type CompanyOverTime } from '../standing/company.ts';
import { BesideDays } from './beside-days.ts';
import { Ground } from './ground.ts';
import { MIN_GROUP } from './min-group.ts';
import { Recent } from './recent.ts';

/** Periods kept for whoever asks next. */
const most = 40;

/** What may be told of the periods that were asked for last, which takes longer to work out than the figures themselves. */
@Injectable()
export class Grounds {
  private readonly kept = new WeakMap<CompanyOverTime, { byPeriod: Recent<Ground>; besideDays: BesideDays }>();

  constructor(
    company: Company,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {
    company.beforeRenewal((before, next) => this.renew(before, next));
  }

  of(period: Period, company: CompanyOverTime): Ground {
    const { byPeriod, besideDays } = this.keptOf(company);
    const key = `${period.from} ${period.to}`;
    return byPeriod.set(key, byPeriod.get(key) ?? new Ground(company, period, this.minGroup, besideDays));
  }

  private keptOf(company: CompanyOverTime): { byPeriod: Recent<Ground>; besideDays: BesideDays } {
    const kept = this.kept.get(company) ?? { byPeriod: new Recent<Ground>(most), besideDays: new BesideDays(company, this.minGroup) };
    this.kept.set(company, kept);
    return kept;
  }

  /** Makes them anew for a company that has changed, and lets others work in between. */
  private async renew(before: CompanyOverTime, next: CompanyOverTime): Promise<void> {
    const { byPeriod, besideDays } = this.keptOf(before);
    for (const { period } of byPeriod.values) {
      this.of(period, next);
      await setImmediate();
    }
    for (const worked of this.keptOf(next).besideDays.workOutAs(besideDays)) await setImmediate(worked);
  }

  /** Works out what single days let be told, one day after the other, before somebody asks. */
  prepare(first: number, last: number, company: CompanyOverTime): Generator<number> {
    return this.keptOf(company).besideDays.workOut(first, last);
  }
}
