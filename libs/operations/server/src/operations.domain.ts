import type { Domain } from '@parvis/platform/server';
import { OperationsModule } from './operations.module.ts';

export const operationsDomain: Domain = { name: 'operations', module: OperationsModule, entities: [], migrations: [] };
