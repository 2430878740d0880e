import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { SavedQuery } from './saved.query.ts';

/** Which posts of a list the viewer has saved, in one SQL. */
@Injectable()
export class SavedLoader {
  private readonly saved;

  constructor(query: SavedQuery) {
    this.saved = perViewer((viewer: Viewer, ids: readonly string[]) => query.savedAmong(viewer, ids));
  }

  hasSaved = async (viewer: Viewer, postId: string): Promise<boolean> => (await this.saved(viewer).load(postId)) ?? false;
}
