import { useSession, useTopic } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { onScopeDispose, ref, shallowReactive } from 'vue';

import { AmaQuestionAgainDocument } from './QuestionList.generated.ts';

export type SessionNews = ReturnType<typeof useSessionNews>;

/** Those who have a session open do not ask all in the same instant. */
const spreadMs = 1_500;

/**
 * What happens in an open session. Numbers of votes come with the news and change at once; a question that was answered or edited is read
 * again where it stands; new questions are only counted: nothing moves under the eyes of who reads.
 */
export function useSessionNews(sessionId: () => string, onSessionChanged: () => void) {
  const viewerId = useSession().person.value.id;
  const { client } = useClientHandle();
  const votes = shallowReactive(new Map<string, number>());
  const asked = shallowReactive(new Set<string>());
  const withdrawn = shallowReactive(new Set<string>());
  const mayHaveMissed = ref(false);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  onScopeDispose(() => timers.forEach(clearTimeout));

  function readAgain(id: string): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void client.query(AmaQuestionAgainDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
    }, Math.random() * spreadMs);
    timers.add(timer);
  }

  useTopic(() => `ama:${sessionId()}`, {
    onChange: ({ kind, id, authorId, count }) => {
      if (kind === 'ama.question-voted' && count !== undefined) votes.set(id, count);
      else if (kind === 'ama.session-changed') onSessionChanged();
      else if (kind === 'ama.question-withdrawn') withdrawn.add(id);
      else if (authorId === viewerId) return;
      else if (kind === 'ama.question-asked') asked.add(id);
      else readAgain(id);
    },
    onReconnect: () => (mayHaveMissed.value = true),
  });

  return {
    votesOf: (question: { id: string; voteCount: number }): number => votes.get(question.id) ?? question.voteCount,
    know: (id: string, count: number): void => void votes.set(id, count),
    isWithdrawn: (id: string): boolean => withdrawn.has(id),
    /** How many were asked since, those in sight left out. */
    askedOutside: (shownIds: readonly string[]): number => [...asked].filter((id) => !shownIds.includes(id) && !withdrawn.has(id)).length,
    /** The connection was lost for a while. */
    mayHaveMissed,
    /** The lists were read anew. */
    read(): void {
      asked.clear();
      votes.clear();
      mayHaveMissed.value = false;
    },
  };
}
