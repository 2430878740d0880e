import type { Domain } from '@parvis/platform/server';
import { EngagementModule } from './engagement.module.ts';
import { Engagement1764160000000 } from './migrations/1764160000000-engagement.migration.ts';
import { EngagementVisits1764161000000 } from './migrations/1764161000000-engagement-visits.migration.ts';
import { EngagementPulse1764172000000 } from './migrations/1764172000000-engagement-pulse.migration.ts';
import { EngagementCommunities1764173000000 } from './migrations/1764173000000-engagement-communities.migration.ts';
import { EngagementArrivals1764173100000 } from './migrations/1764173100000-engagement-arrivals.migration.ts';
import { EngagementEmployment1764174000000 } from './migrations/1764174000000-engagement-employment.migration.ts';
import { EngagementLeavesOver1764174100000 } from './migrations/1764174100000-engagement-leaves-over.migration.ts';
import { EngagementCommunitiesByDay1764176000000 } from './migrations/1764176000000-engagement-communities-by-day.migration.ts';
import { EngagementIdeasByDay1764176200000 } from './migrations/1764176200000-engagement-ideas-by-day.migration.ts';
import { EngagementLeaves1764178000000 } from './migrations/1764178000000-engagement-leaves.migration.ts';
import { EngagementSeniority1764178100000 } from './migrations/1764178100000-engagement-seniority.migration.ts';
import { EngagementDepartments1764178200000 } from './migrations/1764178200000-engagement-departments.migration.ts';
import { EngagementArrivalMonths1764179000000 } from './migrations/1764179000000-engagement-arrival-months.migration.ts';
import { EngagementErased1764181000000 } from './migrations/1764181000000-engagement-erased.migration.ts';
import { EngagementArrivalDays1764181100000 } from './migrations/1764181100000-engagement-arrival-days.migration.ts';
import { EngagementOwned1764200030000 } from './migrations/1764200030000-engagement-owned.migration.ts';
import { EngagementKeptDays1764200060000 } from './migrations/1764200060000-engagement-kept-days.migration.ts';

export const engagementDomain: Domain = {
  name: 'engagement',
  module: EngagementModule,
  entities: [],
  migrations: [
    Engagement1764160000000, EngagementVisits1764161000000, EngagementPulse1764172000000, EngagementCommunities1764173000000, EngagementArrivals1764173100000, EngagementEmployment1764174000000,
    EngagementLeavesOver1764174100000, EngagementCommunitiesByDay1764176000000, EngagementIdeasByDay1764176200000,
    EngagementLeaves1764178000000,
    EngagementSeniority1764178100000,
    EngagementDepartments1764178200000,
    EngagementArrivalMonths1764179000000,
    EngagementErased1764181000000,
    EngagementArrivalDays1764181100000,
    EngagementOwned1764200030000,
    EngagementKeptDays1764200060000,
  ],
};
