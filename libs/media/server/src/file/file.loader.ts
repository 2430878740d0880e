import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import DataLoader from 'dataloader';
import { FileQuery, type AttachedFile } from './file.query.ts';

type ByOwner = DataLoader<string, AttachedFile[]>;

/** Files of a list of things, in one SQL for each kind of thing. */
@Injectable()
export class FileLoader {
  private readonly loaders = new WeakMap<Viewer, Map<string, ByOwner>>();

  constructor(private readonly query: FileQuery) {}

  /** Of something that the viewer was found to see. */
  attachedTo(viewer: Viewer, type: string, id: string): Promise<AttachedFile[]> {
    const ofViewer = this.loaders.get(viewer) ?? new Map<string, ByOwner>();
    this.loaders.set(viewer, ofViewer);
    let loader = ofViewer.get(type);
    if (!loader) {
      loader = new DataLoader(async (ids: readonly string[]) => {
        const files = Map.groupBy(await this.query.attachedTo(type, ids), ({ attachedId }) => attachedId);
        return ids.map((owner) => files.get(owner) ?? []);
      });
      ofViewer.set(type, loader);
    }
    return loader.load(id);
  }
}
