export { default as DirectoryTabs } from './components/DirectoryTabs.vue';
export type { PersonLineFragment } from './components/PersonLine.generated.ts';
export { default as PersonLine } from './components/PersonLine.vue';
export { default as PersonPicker } from './components/PersonPicker.vue';
export { peopleCache } from './people.cache.ts';
export { peopleRoutes, type PersonParts } from './people.routes.ts';
