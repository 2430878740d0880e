import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { type AuditDetail, AuditLog, perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { engagementErrors } from '../engagement.errors.ts';
import { type Kept, keptDays, longestUntil } from '../event/kept-days.ts';
import { checkedPeriod, longestPeriod, type Period } from '../period/period.ts';

/** What somebody wants to know: a period and, by their names, the filters; `byMonth` for each of its months. */
export interface Question {
  from: string;
  to: string;
  byMonth?: boolean;
  [filter: string]: AuditDetail | undefined;
}

/**
 * Who may read the figures, and what the works council may know of it: each question is in the audit log, on disk, before its answer leaves. What one request
 * asks is one entry (fields of an operation begin together), with every question in it: `{questions: [{from, to, department, byMonth}]}`.
 */
@Injectable()
export class Readers {
  private readonly written;
  private readonly kept;

  constructor(
    private readonly log: AuditLog,
    dataSource: DataSource,
  ) {
    this.kept = perViewer(async (_viewer: Viewer, keys: readonly 'days'[]) => {
      const days = await keptDays(dataSource.manager);
      return new Map(keys.map((key) => [key, days]));
    });
    this.written = perViewer((viewer: Viewer, questions: readonly Question[]) => this.write(viewer, questions));
  }

  /** Lets HR alone in; others are written down as refused. To be called first, before anything is read. Errors: FORBIDDEN, those of `checkedPeriod`, also where events were kept for less (which is written down for nobody). */
  async admit(viewer: Viewer, question: Question): Promise<Period> {
    // Read once for all of an operation, which go on together from there.
    const kept = (await this.kept(viewer).load('days')) ?? [];
    const period = mayRead(viewer) ? periodOf(question, kept) : null;
    await this.written(viewer).load(question);
    if (!period) throw engagementErrors.forbidden();
    return period;
  }

  /** The same for figures whose periods are their own. Errors: FORBIDDEN. */
  async admitTo(viewer: Viewer, question: Question): Promise<void> {
    await this.kept(viewer).load('days');
    await this.written(viewer).load(question);
    if (!mayRead(viewer)) throw engagementErrors.forbidden();
  }

  private async write(viewer: Viewer, questions: readonly Question[]): Promise<Map<Question, true>> {
    const told = new Map(questions.map((question) => [JSON.stringify(toldOf(question)), toldOf(question)]));
    await this.log.write({ area: 'engagement', action: mayRead(viewer) ? 'engagement.read' : 'engagement.refused', actorId: viewer.personId, details: { questions: [...told.values()] } });
    return new Map(questions.map((question) => [question, true]));
  }
}

/** Months are figures of their own, each far shorter than what is kept. */
function periodOf({ from, to, byMonth }: Question, kept: readonly Kept[]): Period {
  const period = checkedPeriod(from, to);
  const most = byMonth ? longestPeriod : longestUntil(kept, period.last);
  if (period.last - period.first >= most) throw engagementErrors.periodTooLong(most);
  return period;
}

const mayRead = (viewer: Viewer): boolean => viewer.roles.includes('hr');

/** Without the filters that were not set. */
function toldOf(question: Question): Record<string, AuditDetail> {
  const said = Object.entries(question).filter((member): member is [string, AuditDetail] => member[1] !== undefined && member[1] !== null && member[1] !== false);
  return Object.fromEntries(said);
}
