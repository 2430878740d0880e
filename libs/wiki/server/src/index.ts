export { importWikiPages, type ImportedWikiPage, type ImportedWikiVersion } from './adapters/wiki-pages.importer.ts';
export { wikiDomain } from './wiki.domain.ts';
export { wikiPageCreated, wikiPageDeleted, wikiPageEdited } from './wiki.events.ts';
