import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { exchangesSql, periodFrom } from '../exchanges.ts';
import { crossingOf, type Crossing, type ExchangeCounts } from './crossing.ts';

/** The period that the indicator looks back on. */
export const crossingDays = 90;

/** Counts who addressed whom in a community. What comes out tells of no one: whoever asks decides who may read it. */
@Injectable()
export class CrossingQuery {
  constructor(private readonly dataSource: DataSource) {}

  async of(communityId: string): Promise<Crossing> {
    const [counts]: ExchangeCounts[] = await this.dataSource.query(exchangeCountsSql, [communityId, periodFrom(crossingDays)]);
    const sizes: { size: number }[] = await this.dataSource.query(departmentSizesSql, [communityId]);
    return crossingOf(counts ?? { known: 0, crossing: 0, people: 0 }, sizes.map(({ size }) => size));
  }
}

const exchangeCountsSql = `
  WITH ${exchangesSql}, placed AS (
    SELECT exchange.from_id, exchange.to_id, giver.department <> receiver.department AS crosses
    FROM exchange JOIN person giver ON giver.id = exchange.from_id JOIN person receiver ON receiver.id = exchange.to_id
    WHERE giver.department IS NOT NULL AND receiver.department IS NOT NULL
  )
  SELECT count(*)::int AS known, (count(*) FILTER (WHERE crosses))::int AS crossing,
    (SELECT count(*)::int FROM (SELECT from_id FROM placed UNION SELECT to_id FROM placed) taking_part) AS people
  FROM placed`;

const departmentSizesSql = `
  SELECT count(*)::int AS size FROM membership JOIN person ON person.id = membership.person_id
  WHERE membership.community_id = $1 AND person.department IS NOT NULL AND person.deactivated_at IS NULL
  GROUP BY person.department`;
