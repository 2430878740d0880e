import { addressOf, errorSentence, goToLogin } from '@parvis/platform/web';
import { computed, ref, shallowRef } from 'vue';

interface Refusal {
  code: string;
  params?: Record<string, unknown>;
  field?: string;
}

export interface ImportedRow {
  line: number;
  title: string;
  authors: string[];
  outcome: 'new' | 'known' | 'refused';
  error: Refusal | null;
}

export interface IdeaImport {
  encoding: string;
  ignored: string[];
  isDone: boolean;
  rows: ImportedRow[];
}

/** As a refusal of the API is told. */
export const refusalSentence = ({ code, params = {} }: Refusal): string => errorSentence({ graphQLErrors: [{ extensions: { code, params } }] });

/** A file of ideas: looked at as it is chosen, brought in once that is confirmed. */
export function useIdeaImport(campaignId: () => string) {
  const file = shallowRef<File>();
  const told = shallowRef<IdeaImport>();
  const failure = ref<string>();
  const isRunning = ref(false);

  async function send(confirmed: boolean): Promise<void> {
    if (!file.value || isRunning.value) return;
    isRunning.value = true;
    failure.value = undefined;
    try {
      const response = await fetch(addressOf(`/campaign-files/${campaignId()}/ideas${confirmed ? '?confirmed=true' : ''}`), {
        method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-parvis-upload': '1' }, body: file.value,
      });
      if (response.status === 401) goToLogin();
      const answer = (await response.json()) as IdeaImport | { error: Refusal };
      if ('error' in answer) failure.value = refusalSentence(answer.error);
      else told.value = answer;
    } catch {
      failure.value = refusalSentence({ code: 'NETWORK' });
    } finally {
      isRunning.value = false;
    }
  }

  return {
    file,
    told,
    failure,
    isRunning,
    counts: computed(() => {
      const rows = told.value?.rows ?? [];
      const count = (outcome: ImportedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
      return { new: count('new'), known: count('known'), refused: count('refused') };
    }),
    async look(chosen: File | undefined): Promise<void> {
      if (!chosen) return;
      file.value = chosen;
      told.value = undefined;
      await send(false);
    },
    confirm: () => send(true),
  };
}
