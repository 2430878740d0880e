import { describe, expect, it } from '@jest/globals';
import { campaignRecords, demoPlan, type CampaignRecord } from './index.ts';

const endsAt = '2026-03-12T13:30:00.000Z';
const campaigns = campaignRecords(demoPlan(endsAt));
const byStage = (kind: string): CampaignRecord[] => campaigns.filter(({ phases }) => phases.some((phase) => phase.kind === kind && phase.opensAt <= endsAt && endsAt < phase.closesAt));

describe('the campaigns of the demo company', () => {
  it('are always the same, and stand at different stages', () => {
    expect(campaignRecords(demoPlan(endsAt))).toEqual(campaigns);
    expect(['gather', 'vote', 'jury'].map((kind) => byStage(kind).length)).toEqual([1, 1, 1]);
    for (const { phases } of campaigns) expect(phases.map(({ opensAt }) => opensAt).slice(1).every((opensAt, i) => opensAt >= (phases[i]?.closesAt ?? ''))).toBe(true);
  });

  it('hold votes that are within their limits, for ideas of others, given by now', () => {
    for (const { ideas, ballots } of campaigns) {
      const known = new Map(ideas.map((idea) => [idea.id, idea]));
      for (const { kind, points, maxPoints, envelope, papers } of ballots) {
        for (const { voter, on, votes } of papers) {
          expect(on <= endsAt.slice(0, 10)).toBe(true);
          expect(votes.every(({ idea }) => known.has(idea) && !known.get(idea)?.authors.includes(voter))).toBe(true);
          if (kind === 'points') expect([votes.reduce((sum, { mark }) => sum + mark, 0), votes.every(({ mark }) => mark <= (maxPoints ?? 0))]).toEqual([points, true]);
          if (kind === 'budget') expect(votes.reduce((sum, { idea }) => sum + (known.get(idea)?.cost ?? 0), 0)).toBeLessThanOrEqual(envelope ?? 0);
          if (kind === 'stars') expect(votes.every(({ mark }) => mark >= 1 && mark <= 5)).toBe(true);
          if (kind === 'grades') expect(votes.every(({ mark }) => mark >= 0 && mark <= 5)).toBe(true);
        }
      }
    }
  });

  it('hold juries that judge no idea that they make, and nothing before they are called', () => {
    for (const { ideas, jury, criteria } of campaigns) {
      const authors = new Set(ideas.flatMap((idea) => idea.authors));
      expect(jury?.named.filter((person) => authors.has(person)) ?? []).toEqual([]);
      for (const { juror, scores, conflict, at } of jury?.sheets ?? []) {
        expect([juror < (jury?.named.length ?? 0) + (jury?.seats ?? 0), scores.length]).toEqual([true, conflict === null ? criteria.length : 0]);
        expect(scores.every((score) => Number.isInteger(score) && score >= 0 && score <= 10)).toBe(true);
        expect([at > (jury?.calledAt ?? ''), at <= endsAt]).toEqual([true, true]);
      }
    }
  });
});
