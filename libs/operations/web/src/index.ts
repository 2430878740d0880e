export { operationsCache } from './operations.cache.ts';
export { healthTab, jobsTab } from './operations.tabs.ts';
