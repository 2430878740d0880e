import type pg from 'pg';
import { webOperation } from '../../libs/identity/server/src/testing/web-operations.ts';
import type { Bench, BenchClass } from './bench.ts';
import type { Ask, Operation } from './measure.ts';

const few = 40;
/** A number that shares no factor with that of the people, so that nobody gives the same idea the same mark twice. */
const many = 97;
const kinds = ['support', 'stars', 'grades', 'budget', 'pairs', 'points'];

/** The large campaigns of a world: one that votes now, and one whose votes are in. */
interface Place {
  voting: string;
  counted: string;
  /** Who runs the one whose votes are in. */
  owner: string;
  /** By kind, of each of them. */
  ballots: Record<'voting' | 'counted', Map<string, string>>;
  /** Ideas of the one that votes, made by nobody who is signed in. */
  ideas: string[];
}

/** A campaign of thousands of ideas: its page, the paper, votes of each kind, what they come to, and the pages around them. */
export const ideasBench: Bench = {
  name: 'ideas',
  async classes(client: pg.Client): Promise<BenchClass[]> {
    const place = await placeOf(client);
    const { voting, counted } = place;
    const listed = (variables: object, then?: Operation): Operation => ({ query: webOperation('CampaignIdeas'), variables: { id: voting, order: 'SHUFFLED', words: null, mine: false, seeking: false, ...variables }, ...(then && { then }) });
    const board = (column: string): Ask => ({ query: webOperation('CampaignBoard'), variables: { id: counted, column } });
    return [
      { name: 'campaign page', asks: [{ query: webOperation('CampaignPage'), variables: { id: voting }, then: listed({}) }] },
      { name: 'newest ideas', asks: [listed({ order: 'NEWEST' })] },
      { name: 'most supported', asks: [listed({ order: 'SUPPORTED' })] },
      { name: 'ideas by words', asks: (await wordsOf(client, voting)).map((words) => listed({ words })) },
      { name: 'paper to vote', asks: [{ query: webOperation('CampaignBallots'), variables: { id: voting }, then: { query: webOperation('PaperIdeas'), variables: { id: voting } } }] },
      { name: 'an idea', asks: place.ideas.slice(0, few).map((id) => ({ query: webOperation('IdeaPage'), variables: { id } })) },
      ...votes(place),
      ...(['voting', 'counted'] as const).flatMap((at) => kinds.map((kind) => ({ name: `results ${at === 'voting' ? 'so far' : 'final'}: ${kind}`, asks: [{ query: webOperation('BallotResults'), variables: { id: place.ballots[at].get(kind) } }] }))),
      { name: 'jury results', asks: [{ query: webOperation('JuryResults'), variables: { id: counted } }] },
      { name: 'board, a column', asks: ['IDEA', 'ASSESSED', 'SELECTED', 'UNDER_WAY', 'DELIVERED', 'MEASURED'].map(board) },
      { name: 'figures', asks: [{ query: webOperation('CampaignFigures'), variables: { id: counted } }] },
      { name: 'similar ideas', asks: await similar(client) },
      ...['ideas', 'votes', 'results'].map((part) => ({ name: `file of ${part}`, people: [place.owner], asks: [{ file: `/campaign-files/${counted}/${part}.csv` }] })),
    ];
  },
};

/** One mark after another, each another one. */
function votes({ ballots, ideas }: Place): BenchClass[] {
  const of = (make: (i: number) => Ask): Ask[] => Array.from({ length: many }, (_, i) => make(i));
  const idea = (i: number): string => ideas[i % ideas.length] ?? '';
  const cast = (kind: string, mark: (i: number) => number | null): BenchClass => ({
    name: `vote: ${kind}`,
    asks: of((i) => ({ query: webOperation('CastVotes'), variables: { ballotId: ballots.voting.get(kind), votes: [{ ideaId: idea(i), mark: mark(i) }] } })),
  });
  return [
    cast('stars', (i) => 1 + (i % 5)),
    cast('grades', (i) => i % 6),
    // As many are put in as are taken out, or an envelope would be used up.
    cast('budget', (i) => (i % 2 === 0 ? 1 : null)),
    cast('points', (i) => (i % 2 === 0 ? 1 : null)),
    { name: 'vote: pairs', asks: of((i) => ({ query: webOperation('ComparePair'), variables: { ballotId: ballots.voting.get('pairs'), ideaIds: [idea(i), idea(i + 1)], preferredId: i % 2 === 0 ? idea(i) : null } })) },
  ];
}

async function placeOf(client: pg.Client): Promise<Place> {
  const { rows } = await client.query<{ campaign: string; kind: string; id: string; isOver: boolean }>(`SELECT campaign_id AS campaign, kind, id, sealed_at IS NOT NULL AS "isOver" FROM ballot`);
  const of = (isOver: boolean): { campaign: string; ballots: Map<string, string> } => {
    const own = rows.filter((row) => row.isOver === isOver);
    return { campaign: own[0]?.campaign ?? '', ballots: new Map(own.map(({ kind, id }) => [kind, id])) };
  };
  const [voting, counted] = [of(false), of(true)];
  const ideas = await client.query<{ id: string }>(
    `SELECT id FROM idea WHERE campaign_id = $1 AND NOT EXISTS (SELECT 1 FROM idea_author made JOIN session ON session.person_id = made.person_id WHERE made.idea_id = idea.id AND session.issuer = 'bench') ORDER BY md5(id::text) LIMIT ${many}`,
    [voting.campaign],
  );
  const owner = await client.query<{ id: string }>('SELECT owner_id AS id FROM campaign WHERE id = $1', [counted.campaign]);
  return { owner: owner.rows[0]?.id ?? '', voting: voting.campaign, counted: counted.campaign, ballots: { voting: voting.ballots, counted: counted.ballots }, ideas: ideas.rows.map(({ id }) => id) };
}

async function wordsOf(client: pg.Client, campaignId: string): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(
    `SELECT word FROM (SELECT (regexp_match(title, '[[:alpha:]]{6,}'))[1] AS word FROM idea WHERE campaign_id = $1 ORDER BY md5(id::text) LIMIT 400) said WHERE word IS NOT NULL LIMIT ${few}`,
    [campaignId],
  );
  return rows.map(({ word }) => word);
}

/** As somebody writes: a title alone, then with a text that grows. */
async function similar(client: pg.Client): Promise<Ask[]> {
  const { rows } = await client.query<{ title: string; text: string }>(`SELECT title, problem || ' ' || proposal_text AS text FROM idea ORDER BY md5(id::text || 'similar') LIMIT ${few}`);
  return rows.map(({ title, text }, i) => ({ query: webOperation('SimilarIdeas'), variables: { title, text: text.slice(0, [0, 200, 800, 3_000][i % 4]), exceptId: null } }));
}
