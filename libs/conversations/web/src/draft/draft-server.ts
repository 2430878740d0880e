import type { DraftOutcome, RichTextDocument, SaveDraftInput } from '@parvis/platform/web';
import type { AnyVariables, Client, OperationResult, TypedDocumentNode } from '@urql/vue';

import { DraftDocument, DraftSubjectsDocument, SaveDraftDocument, ThrowDraftAwayDocument } from './DraftServer.generated.ts';
import type { Draft, DraftDetails } from './draft-store.ts';

/** A draft as the server keeps it. */
export interface KeptDraft extends Pick<Draft, 'key' | 'body' | 'place' | 'details' | 'unanswered'> {
  subject: string;
  version: string;
  earlierVersions: string[];
  isFinished: boolean;
  updatedAt: string;
}

/** Where drafts are kept beyond this browser. Every call throws a CombinedError when it is refused or lost. */
export interface DraftServer {
  /** The version of each unfinished draft, by its subject. */
  subjects(): Promise<Map<string, string>>;
  /** Also when it is finished; null when nothing is known of it. */
  read(subject: string): Promise<KeptDraft | null>;
  /** What was sent arrives also when the page goes meanwhile, unless it is very long. */
  save(input: SaveDraftInput): Promise<{ outcome: DraftOutcome; draft: KeptDraft | null }>;
  throwAway(subject: string, versions: string[]): Promise<void>;
}

// What a browser lets outlive a page is 64 KiB in all.
const MAX_KEEPALIVE_LENGTH = 48_000;

/** Drafts through the API. A session that has ended does not take the person away from what they write. */
export function graphqlDraftServer(client: Client): DraftServer {
  const context = { requestPolicy: 'network-only' as const, staysOnPage: true };
  const query = <Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) =>
    client.query(document, variables, context).toPromise().then(answered);

  return {
    async subjects() {
      const { drafts } = await query(DraftSubjectsDocument, {});
      return new Map(drafts.edges.map(({ node }) => [node.subject, node.version]));
    },
    async read(subject) {
      const { draft } = await query(DraftDocument, { subject });
      return draft && kept(draft);
    },
    async save(input) {
      const keepalive = JSON.stringify(input).length < MAX_KEEPALIVE_LENGTH;
      const options = { ...context, fetchOptions: { credentials: 'same-origin' as const, keepalive } };
      const { saveDraft } = await client.mutation(SaveDraftDocument, { input }, options).toPromise().then(answered);
      return { outcome: saveDraft.outcome, draft: saveDraft.draft && kept(saveDraft.draft) };
    },
    async throwAway(subject, versions) {
      await client.mutation(ThrowDraftAwayDocument, { input: { subject, versions } }, context).toPromise().then(answered);
    },
  };
}

function answered<Data, Variables extends AnyVariables>({ data, error }: OperationResult<Data, Variables>): Data {
  if (error) throw error;
  if (!data) throw new Error('The server answered neither data nor an error.');
  return data;
}

type Answered = Omit<KeptDraft, 'details' | 'unanswered'> & { details: Record<string, unknown> | null; unanswered: Record<string, unknown> | null };

/** What stands beside the text is written by these pages alone, and read as they wrote it. */
function kept({ details, unanswered, ...draft }: Answered): KeptDraft {
  return { ...draft, details: details as DraftDetails | null, unanswered: unanswered as { body: RichTextDocument; place: string | null } | null };
}
