import { communityStock } from './community-stock.ts';
import type { CommunityStock } from './community-stock.ts';
import { calendarDriftDays } from './calendar.ts';
import { Stream, hashText } from './prng.ts';
import type { OrganisationPlan } from './records.ts';
import { sites } from './sites.ts';
import { accountPart } from './names.ts';

const COMMUNITY = hashText('community');

/** A community of the company; beyond the thirty of the stock, the same subjects come back site by site. */
export interface Community {
  id: string;
  name: string;
  description: string;
  stock: CommunityStock;
  /** -1: not tied to a site. */
  site: number;
  createdDaysBefore: number;
  popularity: number;
}

const forOneSite = { fr: 'Le groupe du site de', en: 'The group of the site of' } as const;

function communityAt(seed: number, index: number): Community {
  const stock = communityStock[index % communityStock.length] as CommunityStock;
  const round = Math.floor(index / communityStock.length);
  const site = round === 0 ? -1 : (index + round - 1) % sites.length;
  const draws = new Stream(seed, COMMUNITY, index);
  const language = stock.language === 'en' ? 'en' : 'fr';
  const siteName = site < 0 ? '' : sites[site]!.nameIn[language];
  const edition = Math.floor((round - 1) / sites.length) + 1;
  const suffix = site < 0 ? '' : ` – ${siteName}${edition > 1 ? ` ${edition}` : ''}`;
  const isYoung = stock.createdDaysBefore === 'recent';
  const createdDaysBefore = isYoung ? 90 + draws.below(150) : 400 + draws.below(1_300);
  return {
    id: accountPart(`${stock.name}${suffix}`).replace(/^-|-$/g, ''),
    name: `${stock.name}${suffix}`,
    description: site < 0 ? stock.description : `${stock.description} ${forOneSite[language]} ${siteName}.`,
    stock,
    site,
    createdDaysBefore: createdDaysBefore + (isYoung ? calendarDriftDays : 0),
    popularity: stock.popularity * (site < 0 ? 1 : 0.2 + 0.5 * draws.unit()),
  };
}

export function communitiesOf(plan: OrganisationPlan): Community[] {
  return Array.from({ length: plan.communities }, (_, index) => communityAt(plan.seed, index));
}
