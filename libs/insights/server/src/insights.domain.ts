import type { Domain } from '@parvis/platform/server';
import { InsightsModule } from './insights.module.ts';

export const insightsDomain: Domain = { name: 'insights', module: InsightsModule, entities: [], migrations: [] };
