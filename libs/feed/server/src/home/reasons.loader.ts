import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { FactsQuery } from './facts.query.ts';
import { reasonsToShow, type Reason } from './score.ts';

/** Why each post of a list is there, in one SQL. */
@Injectable()
export class ReasonsLoader {
  private readonly facts;

  constructor(query: FactsQuery) {
    this.facts = perViewer((viewer: Viewer, ids: readonly string[]) => query.of(viewer, ids));
  }

  async load(viewer: Viewer, postId: string): Promise<Reason[]> {
    const facts = await this.facts(viewer).load(postId);
    return facts ? reasonsToShow(facts) : [];
  }
}
