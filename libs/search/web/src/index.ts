export { default as SearchBox } from './components/SearchBox.vue';
export { type HitKind, showHitsOf } from './hit-kinds.ts';
export { searchCache } from './search.cache.ts';
export { searchRoutes } from './search.routes.ts';
