export { importAmaSessions, type ImportedAmaQuestion, type ImportedAmaSession } from './adapters/ama-sessions.importer.ts';
export { leadershipDomain } from './leadership.domain.ts';
export { questionAnswered, questionAsked, sessionCancelled, sessionPlanned } from './leadership.events.ts';
export { LeadershipModule } from './leadership.module.ts';
export { AmaAnswerEntity } from './answer/ama-answer.entity.ts';
export { AmaQuestionEntity } from './question/ama-question.entity.ts';
export { AmaVoteEntity } from './question/ama-vote.entity.ts';
export { AmaSessionEntity } from './session/ama-session.entity.ts';
