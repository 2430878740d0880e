import { DomainError } from '@parvis/platform/server';

export const wikiErrors = {
  /** Missing, deleted and out of sight are answered alike. */
  pageNotFound: () => new DomainError('WIKI_PAGE_NOT_FOUND'),
  parentNotFound: () => new DomainError('WIKI_PARENT_NOT_FOUND', {}, 'parentId'),
  /** It would stand below itself, or deeper than pages may. */
  parentNotPossible: (max: number) => new DomainError('WIKI_PARENT_NOT_POSSIBLE', { max }, 'parentId'),
  versionNotFound: () => new DomainError('WIKI_VERSION_NOT_FOUND'),
  /** Somebody saved another version meanwhile. */
  pageChanged: (version: number) => new DomainError('WIKI_PAGE_CHANGED', { version }, 'version'),
  tooManyPages: (max: number) => new DomainError('WIKI_FULL', { max }),
};
