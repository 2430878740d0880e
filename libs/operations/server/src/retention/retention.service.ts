import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { Retention, retentionSetting, type RetentionTerm, Settings } from '@parvis/platform/server';
import { operationsErrors } from '../operations.errors.ts';
import type { ChangeRetentionInput, RetentionAdministrationType } from './retention.type.ts';

/** How long things are kept, as IT sees and sets it. What is past its time goes at the next sweep, at night. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly administration: Administration,
    private readonly retention: Retention,
    private readonly settings: Settings,
  ) {}

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  overview(viewer: Viewer): RetentionAdministrationType {
    this.administration.require(viewer);
    const terms = this.retention.all().map(({ key, ...term }) => ({ id: key, ...term, days: this.retention.daysOf({ key, ...term }) }));
    return { revision: this.settings.stateOf(retentionSetting).revision, terms };
  }

  /** Rows that would go, were it kept for so many days. Errors: FORBIDDEN, CONFIRMATION_NEEDED, RETENTION_TERM_NOT_FOUND, RETENTION_DAYS_INVALID. */
  async preview(viewer: Viewer, { id, days }: { id: string; days: number }): Promise<number> {
    this.administration.require(viewer);
    return this.retention.rowsPast(this.checked(id, days), days);
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED, RETENTION_TERM_NOT_FOUND, RETENTION_DAYS_INVALID, RETENTION_NAME_DIFFERS, SETTING_CHANGED_MEANWHILE. */
  async change(viewer: Viewer, { id, days, typedName, revision }: ChangeRetentionInput): Promise<RetentionAdministrationType> {
    this.administration.require(viewer);
    const term = this.checked(id, days);
    const before = this.retention.daysOf(term);
    if (days < before && typedName.trim() !== id) throw operationsErrors.retentionNameDiffers();
    const others = Object.entries(this.settings.get(retentionSetting).days).filter(([key]) => key !== id);
    const said = Object.fromEntries(days === term.standardDays ? others : [...others, [id, days]]);
    await this.settings.change(retentionSetting, {
      value: { days: said }, revision, actorId: viewer.personId, record: { action: 'configuration.retention-changed', details: { term: id, before, after: days } },
    });
    return this.overview(viewer);
  }

  private checked(id: string, days: number): RetentionTerm {
    const term = this.retention.all().find(({ key }) => key === id);
    if (!term) throw operationsErrors.retentionTermNotFound();
    if (!Number.isInteger(days) || days < term.leastDays || days > term.mostDays) throw operationsErrors.retentionDaysInvalid(term.leastDays, term.mostDays);
    return term;
  }
}
