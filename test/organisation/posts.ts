import { drawAuthor, drawCommenter, drawExecutive, nobody } from './cast.ts';
import type { Scene } from './cast.ts';
import { nominalDaysBefore } from './calendar.ts';
import { Freshness, marksOf } from './freshness.ts';
import type { Marks } from './freshness.ts';
import { render } from './phrases.ts';
import type { Voice } from './phrases.ts';
import { Stream, hashText, mix } from './prng.ts';
import type { Language, PostRecord } from './records.ts';
import type { Deck, Stock, TopicDecks } from './stock.ts';
import type { Template } from './topics/topic.ts';
import { existed, wholeCompany } from './world.ts';
import type { World } from './world.ts';

const POST = hashText('post');
const MENTION = hashText('mention');
const leadershipShare = 0.035;
const companyWideShare = 0.3;
const questionShare = 0.32;
const wordingsTried = 3;
const occasionsTried = 12;

/** A post and what its conversation needs to know. */
export interface Thread {
  record: PostRecord;
  author: number;
  scene: Scene;
  topic: TopicDecks;
  template: Template;
  voice: Voice;
  isFromExecutive: boolean;
}

/** What posts are drawn from; holds the decks and what was written lately, hence one per run. */
export interface Desk {
  world: World;
  stock: Stock;
  /** What posts said lately, and what comments said. */
  freshness: Freshness;
  freshReplies: Freshness;
  /** What questions were called lately. */
  freshTitles: Freshness;
  communityTotals: readonly number[];
  companyTopics: readonly TopicDecks[];
  companyWeights: readonly number[];
}

export function deskOf(world: World, stock: Stock): Desk {
  let total = 0;
  const companyTopics = [...stock.topics.values()].filter(({ topic }) => topic.companyWide > 0);
  return {
    world, stock, companyTopics,
    freshness: new Freshness({ sentence: 120, whole: 8_000 }),
    freshReplies: new Freshness({ sentence: 60, whole: 60 }),
    freshTitles: new Freshness({ sentence: 0, whole: 2_500 }),
    communityTotals: world.communities.map(({ popularity }) => (total += popularity)),
    companyWeights: companyTopics.map(({ topic }) => topic.companyWide),
  };
}

function drawCommunity({ world, communityTotals }: Desk, draws: Stream, daysBefore: number): number {
  if (communityTotals.length === 0 || draws.chance(companyWideShare)) return wholeCompany;
  const target = draws.unit() * (communityTotals.at(-1) ?? 0);
  let low = 0;
  let high = communityTotals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (communityTotals[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return existed(world, low, daysBefore) ? low : wholeCompany;
}

function drawTopic(desk: Desk, draws: Stream, community: number): TopicDecks {
  if (community === wholeCompany) return desk.companyTopics[draws.weighted(desk.companyWeights)]!;
  const { topics } = desk.world.communities[community]!.stock;
  const key = topics[Math.floor(topics.length * draws.unit() ** 1.3)]!;
  return desk.stock.topics.get(key)!;
}

interface Occasion {
  author: number;
  scene: Scene;
  topic: TopicDecks;
  kind: 'status' | 'question';
  isFromExecutive: boolean;
}

/** Who writes what kind of thing, where. News need somebody of the trade; if there is nobody, somebody asks a question. */
function drawOccasion(desk: Desk, draws: Stream, daysBefore: number): Occasion {
  const leadership = desk.stock.topics.get('leadership');
  if (leadership && draws.chance(leadershipShare)) {
    const scene = { community: wholeCompany, daysBefore, departments: [] };
    return { author: drawExecutive(desk.world, draws, daysBefore), scene, topic: leadership, kind: 'status', isFromExecutive: true };
  }
  const community = drawCommunity(desk, draws, daysBefore);
  const topic = drawTopic(desk, draws, community);
  const scene = { community, daysBefore, departments: topic.topic.departments };
  const kind = draws.chance(questionShare) ? 'question' : 'status';
  const isForOthers = kind === 'question' && topic.topic.questionsFrom === 'others';
  const author = drawAuthor(desk.world, draws, { ...scene, isForOthers });
  if (author !== nobody) return { author, scene, topic, kind, isFromExecutive: false };
  const asker = drawAuthor(desk.world, draws, { ...scene, isForOthers: true });
  if (asker !== nobody) return { author: asker, scene, topic, kind: 'question', isFromExecutive: false };
  const everywhere = { community: wholeCompany, daysBefore, departments: [] };
  return { author: drawExecutive(desk.world, draws, daysBefore), scene: everywhere, topic: leadership ?? topic, kind: 'status', isFromExecutive: true };
}

function drawLanguage({ world }: Desk, draws: Stream, author: number, community: number): Language {
  const first = world.people.firstLanguage(author);
  const asked = community === wholeCompany ? 'both' : world.communities[community]!.stock.language;
  const other = first === 'fr' ? 'en' : 'fr';
  const inclination = asked === other ? 0.9 : asked === 'both' ? 0.15 : 0.03;
  return world.people.writes(author, other) && draws.chance(inclination) ? other : first;
}

interface Draft {
  occasion: Occasion;
  template: Template;
  voice: Voice;
  title: string | null;
  body: string;
  marks: Marks;
}

function voiceOf({ world }: Desk, { author, scene }: Occasion, language: Language, thread: number): Voice {
  const site = world.people.site[author]!;
  const mention = () => {
    const person = drawCommenter(world, new Stream(world.seed, MENTION, thread), { scene, language, excluded: new Set([author]) });
    return person === nobody ? null : world.people.identifiers[person]!;
  };
  return { language, thread, wording: mix(thread, 1), postSite: site, speakerSite: site, mention };
}

function deckOf(desk: Desk, draws: Stream, { author, scene, topic, kind }: Occasion): { deck: Deck<Template>; language: Language } {
  const language = drawLanguage(desk, draws, author, scene.community);
  const decks = topic.decks[language];
  return { deck: decks[kind].size > 0 ? decks[kind] : decks.status, language };
}

const titleOf = ({ title }: Template, voice: Voice): string | null => title && render(title, voice);

function worded(occasion: Occasion, template: Template, voice: Voice, title = titleOf(template, voice)): Draft {
  const body = render(template.body, voice);
  const { whole, sentences } = marksOf(body);
  return { occasion, template, voice, title, body, marks: { whole, sentences: [template.story, ...sentences] } };
}

/** The first text of the topic that was not read lately, with figures and wordings that were not either. */
function freshDraft(desk: Desk, draws: Stream, occasion: Occasion, thread: number): Draft | null {
  const { deck, language } = deckOf(desk, draws, occasion);
  for (let below = 0; below < deck.size; below += 1) {
    const template = deck.peek(below)!;
    if (desk.freshness.isRecent(template.story)) continue;
    for (let attempt = 0; attempt < wordingsTried; attempt += 1) {
      const voice = voiceOf(desk, occasion, language, mix(thread, below * wordingsTried + attempt));
      const title = titleOf(template, voice);
      if (title && !desk.freshTitles.isFresh(marksOf(title))) continue;
      const draft = worded(occasion, template, voice, title);
      if (!desk.freshness.isFresh(draft.marks)) continue;
      deck.take(below);
      return draft;
    }
  }
  return null;
}

/** Another occasion is drawn when all that could be said at this one was said lately; in the end, something is said again. */
function drawDraft(desk: Desk, draws: Stream, index: number, daysBefore: number): Draft {
  for (let tries = 0; tries < occasionsTried; tries += 1) {
    const draft = freshDraft(desk, draws, drawOccasion(desk, draws, daysBefore), mix(mix(desk.world.seed, index), tries));
    if (draft) return draft;
  }
  const occasion = drawOccasion(desk, draws, daysBefore);
  const { deck, language } = deckOf(desk, draws, occasion);
  const template = deck.peek(0)!;
  deck.take(0);
  return worded(occasion, template, voiceOf(desk, occasion, language, mix(desk.world.seed, index)));
}

function tagsOf(draws: Stream, { topic }: TopicDecks, language: Language): { tags: string[]; hashtags: string } {
  const tags = draws.sample(topic.tags[language], 1 + draws.below(2));
  const isShown = draws.chance(0.3);
  return { tags, hashtags: isShown ? `\n\n${tags.map((tag) => `#${tag}`).join(' ')}` : '' };
}

/** Post number `index`, written at `time`. Everything but the time follows from the seed and the number. */
export function writePost(desk: Desk, index: number, time: number): Thread {
  const { world } = desk;
  const draws = new Stream(world.seed, POST, index);
  desk.freshness.openThread();
  desk.freshReplies.openThread();
  desk.freshTitles.openThread();
  const { occasion, template, voice, title, body, marks } = drawDraft(desk, draws, index, nominalDaysBefore(world.period, index));
  desk.freshness.remember(marks);
  if (title) desk.freshTitles.remember(marksOf(title));
  const { author, scene, topic, isFromExecutive } = occasion;
  const { tags, hashtags } = tagsOf(draws, topic, voice.language);
  const record: PostRecord = {
    type: 'post',
    id: `post-${index + 1}`,
    author: world.people.identifiers[author]!,
    community: scene.community === wholeCompany ? null : world.communities[scene.community]!.id,
    kind: template.title ? 'question' : 'status',
    title,
    body: body + hashtags,
    createdAt: new Date(time).toISOString(),
    tags,
    language: voice.language,
  };
  return { record, author, scene, topic, template, voice, isFromExecutive };
}
