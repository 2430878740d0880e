import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftSubjects, type DraftAbout, type DraftSubjectKind } from '@parvis/conversations/server';
import { Administration, type Viewer } from '@parvis/identity/server';
import { spokenLanguages } from '@parvis/platform/server';
import { houseTextKinds } from './house-text.entity.ts';

/** Versions to come, each language by itself: `house.charter-fr`. */
@Injectable()
export class HouseTextDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = houseTextKinds.flatMap((kind) => spokenLanguages.map((language) => `house.${kind}-${language}`));

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly administration: Administration,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer): Promise<DraftAbout | null> {
    return this.administration.isFor(viewer) ? { title: null, personName: null, path: '/administration/charter' } : null;
  }
}
