import { Inject, Injectable } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import { mutedBy } from '@parvis/feed/server';
import { AbsenceQuery, WorkingTimeQuery } from '@parvis/people/server';
import { dayMs, type Transaction } from '@parvis/platform/server';
import { opening, turnEnd } from './at-work.ts';
import { RequestLoad } from './request-load.ts';
import { EXPERT_REQUESTS, type RequestSettings } from './request-settings.ts';

/** Who is next, and when: now, or when they begin to work. */
export interface Next {
  personId: string;
  at: Date;
  untilAt: Date;
}

/** Whoever begins within a day is waited for rather than passed over. */
const longestWaitMs = dayMs;

/** Who, of those who seem to know, may be asked a question. */
@Injectable()
export class CandidateQuery {
  constructor(
    private readonly subjects: Subjects,
    private readonly absences: AbsenceQuery,
    private readonly workingTimes: WorkingTimeQuery,
    private readonly load: RequestLoad,
    @Inject(EXPERT_REQUESTS) private readonly settings: RequestSettings,
  ) {}

  /** Those of the people, in their order, who work here, are not away, may answer there, have not been asked, have not muted it, and accept one more this week. */
  async eligible(tx: Transaction, questionId: string, personIds: readonly string[]): Promise<string[]> {
    // Their own eyes for their absence: whoever is away is not asked, whether the asker may know of it or not.
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT candidate.id FROM unnest($2::uuid[]) WITH ORDINALITY candidate (id, rank)
       JOIN person ON person.id = candidate.id AND person.deactivated_at IS NULL JOIN post question ON question.id = $1
       WHERE candidate.id <> question.author_id AND candidate.id IS DISTINCT FROM question.written_by_id
         AND NOT EXISTS (SELECT 1 FROM expert_request before WHERE before.question_id = question.id AND before.person_id = candidate.id)
         AND NOT ${this.absences.isAway('candidate.id', 'candidate.id')} AND ${this.subjects.answerableBy(`'post'`, 'question.id', 'candidate.id')}
         AND NOT ${mutedBy('question', 'candidate.id')} AND ${this.load.mayBeAsked('candidate.id')}
       ORDER BY candidate.rank`,
      [questionId, personIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The first who works within a day; else whoever works soonest. Null: there is nobody. */
  async next(tx: Transaction, personIds: readonly string[], now: Date): Promise<Next | null> {
    let soonest: Next | null = null;
    for (const personId of personIds) {
      const working = await this.workingTimes.of(personId, tx.manager);
      const at = opening(now, working);
      const one = { personId, at, untilAt: turnEnd(at, working, this.settings.turn) };
      if (at.getTime() - now.getTime() <= longestWaitMs) return one;
      if (!soonest || at < soonest.at) soonest = one;
    }
    return soonest;
  }
}
