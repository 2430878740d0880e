import type { Domain } from '@parvis/platform/server';
import { SearchModule } from './search.module.ts';

export const searchDomain: Domain = { name: 'search', module: SearchModule, entities: [], migrations: [] };
