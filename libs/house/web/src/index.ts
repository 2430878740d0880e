export { houseCache } from './house.cache.ts';
export { charterTab, lookTab } from './house.tabs.ts';
export { default as LegalFoot } from './text/LegalFoot.vue';
