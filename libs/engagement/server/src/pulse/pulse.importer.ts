import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { addSentences } from './pulse-mix.ts';
import type { PulseCounts } from './pulse-results.ts';
import type { Quarter } from './quarter.ts';

export interface ImportedPulseQuarter extends PulseCounts {
  quarter: Quarter;
  sentences: readonly string[];
}

/** What was answered in earlier quarters, and who (by their identifiers) is asked on a day. */
export async function importPulse(manager: EntityManager, { quarters, asked, on }: { quarters: readonly ImportedPulseQuarter[]; asked: readonly string[]; on: Day }): Promise<void> {
  await manager.query(
    `INSERT INTO engagement_pulse_quarter (quarter, asked, very, somewhat, not_at_all)
     SELECT quarter, asked, very, somewhat, "notAtAll" FROM jsonb_to_recordset($1::jsonb) AS told (quarter date, asked int, very int, somewhat int, "notAtAll" int)`,
    [JSON.stringify(quarters)],
  );
  for (const { quarter, sentences } of quarters) await addSentences(manager, quarter, sentences);
  await manager.query('INSERT INTO engagement_pulse_invitation (person_id, asked_on) SELECT id, $2 FROM person WHERE identifier = ANY ($1)', [asked, on]);
}
