import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { IdeaAuthorEntity } from './idea-author.entity.ts';
import type { IdeaEntity } from './idea.entity.ts';
import { IdeaQuery } from './idea.query.ts';

/** Ideas and who makes them, in one SQL each. */
@Injectable()
export class IdeaLoader {
  private readonly ideas;
  private readonly authorLists;
  private readonly standings;
  private readonly judgedBlind;

  constructor(query: IdeaQuery) {
    this.ideas = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
    this.authorLists = perViewer((viewer: Viewer, ids: readonly string[]) => query.authors(viewer, ids));
    this.standings = perViewer((viewer: Viewer, ids: readonly string[]) => query.people(viewer, ids));
    this.judgedBlind = perViewer((viewer: Viewer, ids: readonly string[]) => query.judgedBlind(viewer, ids));
  }

  /** Null when missing or out of sight. */
  byId = (viewer: Viewer, id: string): Promise<IdeaEntity | null> => this.ideas(viewer).load(id);

  isJudgedBlind = async (viewer: Viewer, ideaId: string): Promise<boolean> => (await this.judgedBlind(viewer).load(ideaId)) ?? false;

  /** Authors, invited people and volunteers. */
  people = async (viewer: Viewer, ideaId: string): Promise<IdeaAuthorEntity[]> => (await this.standings(viewer).load(ideaId)) ?? [];

  /** Authors alone, as lists show them. */
  authors = async (viewer: Viewer, ideaId: string): Promise<IdeaAuthorEntity[]> => (await this.authorLists(viewer).load(ideaId)) ?? [];

  isAuthor = async (viewer: Viewer, ideaId: string): Promise<boolean> => (await this.authors(viewer, ideaId)).some(({ personId }) => personId === viewer.personId);
}
