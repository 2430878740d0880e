import type { PersonLineFragment } from '@parvis/people/web';
import { newKey } from '@parvis/platform/web';

import type { ProjectViewFragment } from './ProjectView.generated.ts';

export interface PlannedMilestone {
  /** Of the form alone. */
  key: string;
  id: string | null;
  title: string;
  dueOn: string;
  isDone: boolean;
}

export interface ProjectPlan {
  owner: PersonLineFragment | null;
  endsOn: string;
  percentage: string;
  milestones: PlannedMilestone[];
}

export const emptyMilestone = (): PlannedMilestone => ({ key: newKey(), id: null, title: '', dueOn: '', isDone: false });

export const emptyPlan = (): ProjectPlan => ({ owner: null, endsOn: '', percentage: '0', milestones: [] });

export const planOf = ({ owner, endsOn, percentage, milestones }: ProjectViewFragment): ProjectPlan => ({
  owner, endsOn, percentage: String(percentage), milestones: milestones.map(({ id, title, dueOn, doneOn }) => ({ key: id, id, title, dueOn, isDone: doneOn !== null })),
});

/** As the server takes it; what is no number is refused there, by name. */
export const writtenPlan = ({ owner, endsOn, milestones }: ProjectPlan) => ({
  ownerId: owner?.id ?? '', endsOn, milestones: milestones.map(({ id, title, dueOn, isDone }) => ({ id, title, dueOn, isDone })),
});
