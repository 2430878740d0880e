import type { Domain } from '@parvis/platform/server';
import { EngagementModule } from './engagement.module.ts';
import { Engagement1764160000000 } from './migrations/1764160000000-engagement.migration.ts';
import { EngagementVisits1764161000000 } from './migrations/1764161000000-engagement-visits.migration.ts';

export const engagementDomain: Domain = { name: 'engagement', module: EngagementModule, entities: [], migrations: [Engagement1764160000000, EngagementVisits1764161000000] };
