export { operationsCache } from './operations.cache.ts';
export { healthTab, jobsTab, mailTab } from './operations.tabs.ts';
