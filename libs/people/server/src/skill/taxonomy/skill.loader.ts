import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { SkillQuery, type SkillNames } from './skill.query.ts';

/** What skills are called, those of one request in one SQL. */
@Injectable()
export class SkillLoader {
  private readonly byViewer;

  constructor(query: SkillQuery) {
    this.byViewer = perViewer((_viewer: Viewer, ids: readonly string[]) => query.names(ids));
  }

  /** For a skill that a foreign key names and that therefore exists. */
  async required(viewer: Viewer, id: string): Promise<SkillNames> {
    const names = await this.byViewer(viewer).load(id);
    if (!names) throw new Error(`Skill ${id} is named by a foreign key but was not found.`);
    return names;
  }
}
