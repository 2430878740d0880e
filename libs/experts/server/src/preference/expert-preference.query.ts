import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { EXPERT_REQUESTS, type RequestSettings } from '../request/request-settings.ts';
import { defaultPreference, ExpertPreferenceEntity, type RequestPace } from './expert-preference.entity.ts';
import { RefusedTopicEntity } from './refused-topic.entity.ts';

/** What one accepts to be asked, topics in one's own order. */
export interface ExpertPreference {
  isNeverProposed: boolean;
  pace: RequestPace;
  topics: RefusedTopicEntity[];
}

/** SQL expressions. */
interface AskedAbout {
  /** uuid[]: of whom it is asked. */
  people: string;
  /** text: all that is asked, hashtags beside it included. */
  text: string;
  /** text[]: lower-cased, without #. */
  tags: string;
  /** uuid[]: the skills that the text names. */
  skills: string;
}

/** How many questions a week somebody lets come to them, by what they said. */
const weeklyOf = ({ weekly }: RequestSettings): Record<RequestPace, number> => ({ usual: weekly, rare: 1, none: 0 });

/** What people accept to be asked. Only SQL leaves this place for others: who said what is known to themselves alone. */
@Injectable()
export class ExpertPreferenceQuery {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(EXPERT_REQUESTS) private readonly requests: RequestSettings,
  ) {}

  async of(personId: string, { manager }: Pick<Transaction, 'manager'> = this.dataSource): Promise<ExpertPreference> {
    const own = await manager.findOneBy(ExpertPreferenceEntity, { personId });
    const topics = await manager.find(RefusedTopicEntity, { where: { personId }, order: { position: 'ASC' } });
    const { isNeverProposed, pace } = own ?? defaultPreference;
    return { isNeverProposed, pace, topics };
  }

  /**
   * SQL query, one column `person_id`: which of some people are not to be proposed for a question, altogether or because it is about one of their
   * topics: all the stems of the topic, or of a label of its skill in either language, stand in the question, or it has the hashtag.
   */
  refusing({ people, text, tags, skills }: AskedAbout): string {
    const words = `(SELECT search_words(${text}))`;
    const standsIn = (label: string): string => `(${words} @@ plainto_tsquery('french', fold(${label})) OR ${words} @@ plainto_tsquery('english', fold(${label})))`;
    return `
      SELECT own.person_id FROM expert_preference own WHERE own.person_id = ANY(${people}) AND own.is_never_proposed
      UNION ALL SELECT topic.person_id FROM expert_refused_topic topic
      WHERE topic.person_id = ANY(${people}) AND (
        topic.tag = ANY(${tags}) OR topic.skill_id = ANY(${skills}) OR ${standsIn('topic.words')}
        OR topic.skill_id IN (
          SELECT label.skill_id FROM skill_label label
          WHERE label.skill_id IN (SELECT other.skill_id FROM expert_refused_topic other WHERE other.person_id = ANY(${people})) AND ${standsIn('label.label')}))`;
  }

  /** SQL expression, int: how many questions a week that person lets come to them; 0 for whoever is not to be proposed at all. `person`: an expression of an id. */
  weeklyRequests(person: string): string {
    const weekly = weeklyOf(this.requests);
    return ownOr(`CASE WHEN own.is_never_proposed THEN 0 ELSE ${byPace(weekly)} END`, person, weekly);
  }

  /** The same, as the number after which they are not proposed to those who look: to accept none hides nobody, so that it is the usual number then. */
  weeklyUntilHidden(person: string): string {
    const weekly = { ...weeklyOf(this.requests), none: this.requests.weekly };
    return ownOr(byPace(weekly), person, weekly);
  }
}

const byPace = (weekly: Record<RequestPace, number>): string => `CASE own.pace ${Object.entries(weekly).map(([pace, number]) => `WHEN '${pace}' THEN ${number}`).join(' ')} END`;

/** Of whoever said something, else what holds for all. */
const ownOr = (said: string, person: string, weekly: Record<RequestPace, number>): string =>
  `coalesce((SELECT ${said} FROM expert_preference own WHERE own.person_id = ${person}), ${weekly[defaultPreference.pace]})`;
