import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { WikiVersionQuery } from '../version/wiki-version.query.ts';
import type { WikiVersionEntity } from '../version/wiki-version.entity.ts';
import { WikiPageQuery } from './wiki-page.query.ts';

/** What lists of pages need for each row, in one SQL for each kind of fact. */
@Injectable()
export class WikiPageLoader {
  private readonly loaders;

  constructor(pages: WikiPageQuery, versions: WikiVersionQuery) {
    this.loaders = {
      byId: perViewer((viewer: Viewer, ids: readonly string[]) => pages.byIds(viewer, ids)),
      newest: perViewer((_viewer: Viewer, ids: readonly string[]) => versions.newest(ids)),
    };
  }

  /** Null when missing or out of sight. */
  byId = (viewer: Viewer, id: string) => this.loaders.byId(viewer).load(id);

  /** Of a page that the viewer may see. */
  async newestVersion(viewer: Viewer, pageId: string): Promise<WikiVersionEntity> {
    const version = await this.loaders.newest(viewer).load(pageId);
    if (!version) throw new Error(`Page ${pageId} has no version.`);
    return version;
  }
}
