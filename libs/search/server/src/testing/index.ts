export { aSearch, type Found, type FoundGroup, type FoundHit } from './search.client.ts';
