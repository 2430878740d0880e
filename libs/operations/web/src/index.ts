export { operationsCache } from './operations.cache.ts';
export { healthTab, jobsTab, mailTab, retentionTab } from './operations.tabs.ts';
