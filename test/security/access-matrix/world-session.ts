import { anAmaSession } from '@parvis/leadership/server/testing';
import { newId } from '@parvis/platform/server';
import { secret, secretText, type Planting } from './world.ts';

/** Sessions of questions: one of `animator` in the closed community, one of `executive` for everybody. */
export async function plantSession({ api, people, does }: Planting, { closed }: { closed: string }) {
  const { animator, author, member, executive, employee } = people;
  const ama = await anAmaSession(animator).titled(secret('Session')).in({ id: closed }).being('live').save(api.manager);
  await api.manager.update('AmaSessionEntity', ama.id, { description: secret('About') });
  const openAma = await anAmaSession(executive).titled('Ask me').being('live').save(api.manager);
  const asks = async (by: { id: string }, sessionId: string, text: string) => (await does(by, 'askAmaQuestion', { input: { key: newId(), sessionId, text } })).id;
  const amaQuestion = await asks(member, ama.id, secret('Combien de fours électriques'));
  const answeredAmaQuestion = await asks(author, ama.id, secret('Answered'));
  await does(animator, 'answerAmaQuestion', { input: { key: newId(), questionId: answeredAmaQuestion, body: secretText('Because') } });
  const openAmaQuestion = await asks(employee, openAma.id, 'Pourquoi ?');
  return { ama: ama.id, openAma: openAma.id, amaQuestion, answeredAmaQuestion, openAmaQuestion };
}
