import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { platformErrors, searchWords } from '@parvis/platform/server';
import { searchKinds, type SearchHit, type SearchKind, type SearchSource } from './search-source.ts';

const maxPerKind = 20;

/** The one search over everything that domains have registered. */
@Injectable()
export class SearchService {
  private readonly sources = new Map<SearchKind, SearchSource>();

  register(source: SearchSource): void {
    this.sources.set(source.kind, source);
  }

  /** At most `first` (1 to 20) hits of each kind asked for, kinds in a fixed order, best first within each. Errors: PAGE_TOO_LARGE. */
  async search(viewer: Viewer, text: string, kinds: readonly SearchKind[], first: number): Promise<SearchHit[]> {
    if (first < 1 || first > maxPerKind) throw platformErrors.pageTooLarge(maxPerKind);
    const words = searchWords(text);
    if (!words) return [];
    const asked = searchKinds.filter((kind) => kinds.includes(kind));
    const hits = await Promise.all(asked.map((kind) => this.sources.get(kind)?.search(viewer, words, first) ?? []));
    return hits.flat();
  }
}
