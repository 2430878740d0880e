import { describe, expect, it } from 'vitest';

import { campaignTemplates, newPlan, planInput, planLike } from './campaign-plan.ts';
import type { CampaignPlanFragment } from './CampaignForm.generated.ts';

const days = (from: string, to: string): number => Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);

describe('the plan of a campaign', () => {
  it.each(Object.keys(campaignTemplates) as (keyof typeof campaignTemplates)[])('goes one phase after the other from the next Monday on (%s), at any season', (template) => {
    for (const now of [new Date(2026, 2, 27, 12), new Date(2026, 9, 21, 12), new Date(2026, 11, 31, 23, 59), new Date(2026, 5, 1, 0, 1)]) {
      const chosen = newPlan(now, template).phases.filter(({ isIn }) => isIn);
      expect(chosen.map(({ kind }) => kind)).toEqual([...campaignTemplates[template].phases]);
      expect(new Date(`${chosen[0]?.opens.slice(0, 10)}T12:00`).getDay()).toBe(1);
      for (const [i, { opens, closes }] of chosen.entries()) {
        expect(opens < closes).toBe(true);
        expect(i === 0 || (chosen[i - 1]?.closes ?? '') < opens).toBe(true);
      }
    }
  });

  it('takes an earlier campaign as a start, with its rhythm', () => {
    const earlier = {
      question: 'How?', context: { type: 'doc', content: [] }, rules: 'Few.', criteria: [{ id: 'a', label: 'Ease', weight: 3 }], resources: '', budget: 500, hashtag: null, banner: { pattern: 'DOTS', tone: 'SEA' }, sponsor: { id: 's' },
      audience: { everyone: true, departments: [], communities: [] }, timeZone: 'Europe/Paris', answersDueOn: '2025-06-20',
      phases: [{ kind: 'GATHER', opens: '2025-05-05T08:30', closes: '2025-05-23T18:00' }, { kind: 'VOTE', opens: '2025-05-26T09:00', closes: '2025-06-06T18:00' }],
    } as unknown as CampaignPlanFragment;
    const plan = planLike(earlier, new Date(2026, 10, 18, 12));
    const [gather, vote] = plan.phases.filter(({ isIn }) => isIn);
    expect([gather?.opens, gather?.closes, vote?.opens]).toEqual(['2026-11-23T08:30', '2026-12-11T18:00', '2026-12-14T09:00']);
    expect(days('2025-05-05', '2025-06-20')).toBe(days('2026-11-23', plan.answersDueOn));
    expect(plan.criteria).toEqual([{ id: null, label: 'Ease', weight: '3' }]);
  });

  it('is sent with figures read as people write them', () => {
    const fields = { ...newPlan(new Date(2026, 5, 1)), budget: '60 000', criteria: [{ id: null, label: ' ', weight: '1' }, { id: null, label: 'Ease', weight: '2' }] };
    expect(planInput(fields)).toMatchObject({ budget: 60_000, criteria: [{ id: null, label: 'Ease', weight: 2 }] });
    expect(planInput({ ...fields, budget: '' }).budget).toBeNull();
  });
});
