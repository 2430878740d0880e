import type { Domain } from '@parvis/platform/server';
import { ExpertsModule } from './experts.module.ts';

export const expertsDomain: Domain = { name: 'experts', module: ExpertsModule, entities: [], migrations: [] };
