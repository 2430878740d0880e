import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCommunities } from '../community/community-day.ts';
import { decodeContributions } from '../contribution/contribution-day.ts';
import type { KeptAct } from '../example/executive-acts.ts';
import { decodeHours } from '../hour/hour-day.ts';
import { decodeIdeas } from '../idea/idea-day.ts';
import { decodeQuestions } from '../question/question-day.ts';
import { decodeTies } from '../tie/tie-day.ts';
import { decodeVisits } from '../visit/visit-day.ts';
import { FewAtOnce } from './few-at-once.ts';
import { mostFetches, RolledDays, RollUpTimes } from './rolled-days.ts';

/** All that days hold, each read when it is asked for. */
@Injectable()
export class RolledFigures {
  readonly ties;
  readonly visits;
  readonly contributions;
  readonly hours;
  readonly questions;
  readonly examples;
  readonly communities;
  readonly ideas;

  constructor(dataSource: DataSource) {
    const times = new RollUpTimes(dataSource);
    const turns = new FewAtOnce(mostFetches);
    this.ties = new RolledDays(dataSource, times, turns, 'ties', decodeTies);
    this.visits = new RolledDays(dataSource, times, turns, 'visits', decodeVisits);
    this.contributions = new RolledDays(dataSource, times, turns, 'contributions', decodeContributions);
    this.hours = new RolledDays(dataSource, times, turns, 'hours', decodeHours);
    this.questions = new RolledDays(dataSource, times, turns, 'questions', decodeQuestions);
    this.examples = new RolledDays(dataSource, times, turns, 'examples', (acts: KeptAct[]) => acts);
    this.communities = new RolledDays(dataSource, times, turns, 'communities', decodeCommunities);
    this.ideas = new RolledDays(dataSource, times, turns, 'ideas', decodeIdeas);
  }

  get all(): readonly Pick<RolledDays<unknown>, 'of'>[] {
    return [this.ties, this.visits, this.contributions, this.hours, this.questions, this.examples, this.communities, this.ideas];
  }
}
