import { plainText, richTextOf } from '@parvis/conversations/server';
import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { AmaAnswerEntity } from '../answer/ama-answer.entity.ts';
import { AmaQuestionEntity } from '../question/ama-question.entity.ts';
import { AmaVoteEntity } from '../question/ama-vote.entity.ts';
import { AmaCohostEntity } from '../session/ama-cohost.entity.ts';
import { AmaSessionEntity } from '../session/ama-session.entity.ts';

/** A session of elsewhere, to the whole company; people by their identifiers in the company, times as ISO instants. */
export interface ImportedAmaSession {
  id: string;
  host: string;
  cohosts: string[];
  title: string;
  description: string;
  opensAt: string;
  startsAt: string;
  endsAt: string;
  questions: ImportedAmaQuestion[];
}

export interface ImportedAmaQuestion {
  id: string;
  author: string;
  text: string;
  askedAt: string;
  voters: string[];
  answer: { author: string; body: string; answeredAt: string } | null;
}

/** Adds sessions with all that was asked in them. People who are not known are left out with what they said. Nobody is notified. */
export async function importAmaSessions(manager: EntityManager, sessions: readonly ImportedAmaSession[]): Promise<void> {
  const rows: { id: string; identifier: string }[] = await manager.query('SELECT id, identifier FROM person');
  const known = new Map(rows.map(({ id, identifier }) => [identifier, id]));
  for (const session of sessions) await importSession(manager, session, known);
}

type Known = ReadonlyMap<string, string>;

async function importSession(manager: EntityManager, session: ImportedAmaSession, known: Known): Promise<void> {
  const hostId = known.get(session.host);
  if (!hostId) return;
  const [opensAt, startsAt, endsAt] = [new Date(session.opensAt), new Date(session.startsAt), new Date(session.endsAt)];
  const id = idFrom(`ama-session:${session.id}`, opensAt);
  const { title, description } = session;
  await manager.insert(AmaSessionEntity, { id, hostId, plannedById: hostId, communityId: null, key: id, title, description, opensAt, startsAt, endsAt, createdAt: opensAt, cancelledAt: null });
  await manager.insert(AmaCohostEntity, idsOf(session.cohosts, known).map((personId) => ({ sessionId: id, personId })));
  for (const question of session.questions) await importQuestion(manager, id, question, known);
}

async function importQuestion(manager: EntityManager, sessionId: string, question: ImportedAmaQuestion, known: Known): Promise<void> {
  const authorId = known.get(question.author);
  if (!authorId) return;
  const createdAt = new Date(question.askedAt);
  const id = idFrom(`ama-question:${question.id}`, createdAt);
  const voterIds = idsOf(question.voters, known).filter((voterId) => voterId !== authorId);
  const answererId = question.answer && known.get(question.answer.author);
  const answeredAt = question.answer && answererId ? new Date(question.answer.answeredAt) : null;
  await manager.insert(AmaQuestionEntity, { id, sessionId, authorId, key: id, text: question.text, voteCount: voterIds.length, createdAt, editedAt: null, answeredAt, withdrawnAt: null });
  await manager.insert(AmaVoteEntity, voterIds.map((personId) => ({ questionId: id, personId, createdAt })));
  if (!question.answer || !answererId || !answeredAt) return;
  const body = richTextOf(question.answer.body);
  await manager.insert(AmaAnswerEntity, { questionId: id, authorId: answererId, key: id, body, text: plainText(body), createdAt: answeredAt, editedAt: null });
}

const idsOf = (identifiers: readonly string[], known: Known): string[] => [...new Set(identifiers)].flatMap((identifier) => known.get(identifier) ?? []);
