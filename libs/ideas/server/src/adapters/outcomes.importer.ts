import { fromMarkdown, plainText } from '@parvis/conversations/server';
import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { IdeaAnswerEntity } from '../answer/idea-answer.entity.ts';
import { decides, outcomes } from '../answer/outcome.ts';
import { ProjectMilestoneEntity } from '../project/project-milestone.entity.ts';
import { ProjectUpdateEntity } from '../project/project-update.entity.ts';
import { ProjectEntity } from '../project/project.entity.ts';

/** What became of an idea of elsewhere: people by their identifiers, times as ISO instants, days as YYYY-MM-DD, texts in Markdown. */
export interface ImportedOutcome {
  answer: { outcome: string; reason: string; by: string; answeredAt: string } | null;
  project: ImportedProject | null;
}

export interface ImportedProject {
  owner: string;
  startedAt: string;
  progress: number;
  milestones: { title: string; dueOn: string; doneOn: string | null }[];
  update: string;
  delivered: { text: string; on: string } | null;
  measured: { amount: number; how: string; on: string } | null;
}

interface Answered {
  ideaId: string;
  benefitAmount: number | null;
  benefitUnit: string;
  sponsorId: string;
}

/** Adds the answer to an idea, and its project. Answers of people who are not known, and outcomes that there are not, are left out. */
export async function importOutcome(manager: EntityManager, { answer, project }: ImportedOutcome, idea: Answered, known: ReadonlyMap<string, string>): Promise<void> {
  const authorId = answer && known.get(answer.by);
  const outcome = answer && outcomes.find((one) => one === answer.outcome);
  if (!answer || !authorId || !outcome) return;
  const reason = fromMarkdown(answer.reason);
  const at = new Date(answer.answeredAt);
  await manager.insert(IdeaAnswerEntity, {
    ideaId: idea.ideaId, authorId, signedAs: authorId === idea.sponsorId ? 'sponsor' : 'owner', key: idea.ideaId, outcome, reason, reasonText: plainText(reason), link: '', otherIdeaId: null,
    version: 1, createdAt: at, decidedAt: decides(outcome) ? at : null, editedAt: null,
  });
  const ownerId = project && known.get(project.owner);
  if (project && ownerId && outcome === 'selected') await importProject(manager, project, { ...idea, ownerId, begunById: authorId });
}

async function importProject(manager: EntityManager, told: ImportedProject, { ideaId, benefitAmount, benefitUnit, sponsorId, ownerId, begunById }: Answered & { ownerId: string; begunById: string }): Promise<void> {
  const begunAt = new Date(told.startedAt);
  const id = idFrom(`project:${ideaId}`, begunAt);
  const result = told.delivered && fromMarkdown(told.delivered.text);
  const endsOn = told.milestones.map(({ dueOn }) => dueOn).toSorted().at(-1) ?? told.delivered?.on ?? told.startedAt.slice(0, 10);
  const measured = told.delivered ? told.measured : null;
  await manager.insert(ProjectEntity, {
    id, key: id, ideaId, begunById, ownerId, endsOn, firstEndsOn: endsOn, percentage: told.progress, expectedAmount: benefitAmount, unit: benefitUnit, version: 1, begunAt,
    result, resultText: result ? plainText(result) : '', deliveredOn: told.delivered?.on ?? null,
    measuredAmount: measured?.amount ?? null, measuredHow: measured?.how ?? '', measuredById: measured ? sponsorId : null, measuredAt: measured ? new Date(`${measured.on}T12:00:00Z`) : null,
  });
  await manager.insert(
    ProjectMilestoneEntity,
    told.milestones.map(({ title, dueOn, doneOn }, place) => ({ id: idFrom(`milestone:${id}:${place}`, begunAt), projectId: id, place, title, dueOn, firstDueOn: dueOn, doneOn })),
  );
  const toldAt = new Date(`${told.delivered?.on ?? told.milestones.findLast(({ doneOn }) => doneOn)?.doneOn ?? told.startedAt.slice(0, 10)}T10:00:00Z`);
  const body = fromMarkdown(told.update);
  const updateId = idFrom(`project-update:${id}`, toldAt);
  await manager.insert(ProjectUpdateEntity, { id: updateId, projectId: id, authorId: ownerId, key: updateId, body, text: plainText(body), percentage: told.progress, createdAt: toldAt });
}
