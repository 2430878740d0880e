import type { Domain } from '@parvis/platform/server';
import { InsightsModule } from './insights.module.ts';
import { OwnFiguresRefusal1764171000000 } from './migrations/1764171000000-own-figures-refusal.migration.ts';
import { OwnFiguresRefusalEntity } from './own/own-figures-refusal.entity.ts';

export const insightsDomain: Domain = { name: 'insights', module: InsightsModule, entities: [OwnFiguresRefusalEntity], migrations: [OwnFiguresRefusal1764171000000] };
