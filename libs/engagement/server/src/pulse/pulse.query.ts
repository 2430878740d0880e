import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { Readers } from '../reader/readers.ts';
import { isOver } from './pulse-mix.ts';
import { none, type PulseCounts, type PulseResult, toldResults } from './pulse-results.ts';
import { pulseRules } from './pulse-rules.ts';
import { nextQuarter, quarterOf, type Quarter } from './quarter.ts';

export interface ToldPulse {
  results: (PulseResult & { sentences: string[] | null })[];
  since: Quarter;
}

/** Results that began in this year and so many before it. */
const yearsTold = 3;

/** What was answered, of the whole company alone. */
@Injectable()
export class PulseQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readers: Readers,
  ) {}

  /** Errors: FORBIDDEN. */
  async results(viewer: Viewer): Promise<ToldPulse> {
    const today = new Date().toISOString().slice(0, 10);
    const from = `${Number(today.slice(0, 4)) - yearsTold}-01-01`;
    await this.readers.admitTo(viewer, { from, to: today, about: 'pulse' });
    const rows: (PulseCounts & { quarter: Quarter; isCounted: boolean })[] = await this.dataSource.query(
      `SELECT quarter::text, asked, very, somewhat, not_at_all AS "notAtAll", NOT EXISTS (SELECT FROM engagement_pulse_waiting waiting WHERE waiting.quarter = counted.quarter) AS "isCounted"
       FROM engagement_pulse_quarter counted ORDER BY counted.quarter`,
    );
    const known = new Map(rows.map((row) => [row.quarter, row]));
    const first = rows[0]?.quarter ?? quarterOf(today);
    const over: PulseCounts[] = [];
    for (let quarter = first; isOver(quarter, today) && known.get(quarter)?.isCounted !== false; quarter = nextQuarter(quarter)) over.push(known.get(quarter) ?? none);
    const { told: all, since } = toldResults(first, over);
    const told = all.filter((result) => result.from >= from);
    const sentences = await this.sentencesOf(told);
    return { results: told.map((result) => ({ ...result, sentences: enough(result.quarters.flatMap((quarter) => sentences.get(quarter) ?? [])) })), since };
  }

  private async sentencesOf(told: readonly PulseResult[]): Promise<Map<Quarter, string[]>> {
    const rows: { quarter: Quarter; words: string }[] = await this.dataSource.query('SELECT quarter::text, words FROM engagement_pulse_sentence WHERE quarter = ANY ($1::date[]) ORDER BY id', [
      told.flatMap(({ quarters }) => quarters),
    ]);
    return new Map([...Map.groupBy(rows, ({ quarter }) => quarter)].map(([quarter, said]) => [quarter, said.map(({ words }) => words)]));
  }
}

const enough = (sentences: string[]): string[] | null => (sentences.length >= pulseRules.minSentences ? sentences : null);
