import { latestDays, noteActivations } from '@parvis/engagement/server';
import type { OrganisationPlan } from '@parvis/organisation';
import type { EntityManager } from 'typeorm';

const dayMs = 86_400_000;

/**
 * Who became active in their first fourteen days, noted for the whole of the company's past: its people have had their profiles since they arrived, since nobody has changed them.
 * Of a real company this is known from the day on which the server runs (libs/engagement/README.md).
 */
export async function noteArrivals(manager: EntityManager, { endsAt, months }: OrganisationPlan): Promise<void> {
  const end = Date.parse(endsAt);
  for (let ago = 0; ago < (months + 1) * 31; ago += latestDays + 1) await noteActivations(manager, new Date(end - ago * dayMs).toISOString().slice(0, 10));
}
