import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { DelegationEntity } from './delegation.entity.ts';
import { DelegationQuery } from './delegation.query.ts';

/** Delegations of a list of people, in one SQL. */
@Injectable()
export class DelegationLoader {
  private readonly byPerson;

  constructor(query: DelegationQuery) {
    this.byPerson = perViewer((_viewer: Viewer, ids: readonly string[]) => query.ofPeople(ids));
  }

  ofPerson = async (viewer: Viewer, personId: string): Promise<DelegationEntity[]> => (await this.byPerson(viewer).load(personId)) ?? [];

  /** Whether the viewer may write on behalf of this executive now. */
  async mayWriteFor(viewer: Viewer, executiveId: string): Promise<boolean> {
    return (await this.ofPerson(viewer, viewer.personId)).some((delegation) => delegation.executiveId === executiveId);
  }
}
