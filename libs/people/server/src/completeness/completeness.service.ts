import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { nextSteps } from './next-steps.ts';
import type { ProfileField } from '../visibility/profile-field.ts';

/** Helps people to complete their profile, once, and as long as they want it. */
@Injectable()
export class CompletenessService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async nextSteps({ personId }: Viewer): Promise<ProfileField[]> {
    const [row]: { dismissed: boolean; filled: ProfileField[] }[] = await this.dataSource.query(
      `SELECT profile.help_dismissed_at IS NOT NULL AS dismissed, array_remove(ARRAY[
         CASE WHEN profile.biography <> '' THEN 'biography' END, CASE WHEN profile.languages <> '{}' THEN 'languages' END,
         CASE WHEN EXISTS (SELECT 1 FROM person_skill said WHERE said.person_id = person.id) THEN 'skills' END, CASE WHEN profile.ask_me_about <> '{}' THEN 'askMeAbout' END,
         CASE WHEN profile.projects <> '[]' THEN 'projects' END, CASE WHEN profile.links <> '[]' THEN 'links' END,
         CASE WHEN own.time_zone_chosen OR own.working_days IS NOT NULL THEN 'workingTime' END], NULL) AS filled
       FROM person LEFT JOIN profile ON profile.person_id = person.id LEFT JOIN working_time own ON own.person_id = person.id WHERE person.id = $1`,
      [personId],
    );
    return row?.dismissed ? [] : nextSteps(new Set(row?.filled));
  }

  async dismiss({ personId }: Viewer): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.manager.query(
        `INSERT INTO profile (person_id, help_dismissed_at) VALUES ($1, now()) ON CONFLICT (person_id) DO UPDATE SET help_dismissed_at = coalesce(profile.help_dismissed_at, now())`,
        [personId],
      );
    });
  }
}
