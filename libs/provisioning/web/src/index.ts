export { provisioningCache } from './provisioning.cache.ts';
export { provisioningTab } from './provisioning.tab.ts';
