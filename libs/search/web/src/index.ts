export { default as SearchBox } from './components/SearchBox.vue';
export { searchCache } from './search.cache.ts';
export { searchRoutes } from './search.routes.ts';
