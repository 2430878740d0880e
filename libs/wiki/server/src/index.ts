export { wikiDomain } from './wiki.domain.ts';
export { wikiPageCreated, wikiPageDeleted, wikiPageEdited } from './wiki.events.ts';
