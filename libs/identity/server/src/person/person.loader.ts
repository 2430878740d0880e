import { Injectable } from '@nestjs/common';
import { perViewer } from '@parvis/platform/server';
import type { Viewer } from '../viewer/viewer.ts';
import type { PersonEntity } from './person.entity.ts';
import { PersonQuery } from './person.query.ts';

/** People by id, all of one request in one SQL. */
@Injectable()
export class PersonLoader {
  private readonly byViewer;

  constructor(query: PersonQuery) {
    this.byViewer = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
  }

  /** Null when the viewer may not see the person. */
  load(viewer: Viewer, id: string): Promise<PersonEntity | null> {
    return this.byViewer(viewer).load(id);
  }

  /** For a person that a foreign key names and who therefore exists. */
  async required(viewer: Viewer, id: string): Promise<PersonEntity> {
    const person = await this.load(viewer, id);
    if (!person) throw new Error(`Person ${id} is named by a foreign key but was not found.`);
    return person;
  }
}
