import type { DepartmentKey } from './departments.ts';
import type { Language, Visibility } from './records.ts';

export interface CommunityStock {
  name: string;
  description: string;
  visibility: Visibility;
  language: Language | 'both';
  /** Who joins most; empty: everybody alike. */
  departments: readonly DepartmentKey[];
  /** Keys of topics.ts, the first being the most frequent. */
  topics: readonly string[];
  popularity: number;
  /** Share of replies in an open community that come from people who have not joined. */
  visitors: number;
  createdDaysBefore: 'long ago' | 'recent';
}

interface Purpose {
  name: string;
  description: string;
  language: CommunityStock['language'];
  departments: readonly DepartmentKey[];
  topics: readonly string[];
  popularity: number;
  visitors?: number;
  recent?: boolean;
}

const community = (visibility: Visibility, { visitors = 0.15, recent = false, ...purpose }: Purpose): CommunityStock => ({
  ...purpose,
  visibility,
  visitors: visibility === 'open' ? visitors : 0,
  createdDaysBefore: recent ? 'recent' : 'long ago',
});
const open = (purpose: Purpose) => community('open', purpose);
const closed = (purpose: Purpose) => community('closed', purpose);
const secret = (purpose: Purpose) => community('secret', purpose);

/** Twenty open, seven closed, three secret; the order mixes them, so that a small company has some of each. */
export const communityStock: readonly CommunityStock[] = [
  open({
    name: 'Amélioration continue', language: 'fr', departments: ['production', 'quality', 'supply'], popularity: 9,
    description: 'Chantiers, idées de poste et résultats mesurés, d’une usine à l’autre.',
    topics: ['continuous-improvement', 'line-performance', 'maintenance', 'shift-handover'],
  }),
  closed({
    name: 'Managers de proximité', language: 'fr', departments: ['production', 'supply', 'service', 'quality', 'hr'], popularity: 4,
    description: 'Un lieu pour les chefs d’équipe : situations vécues, conseils entre pairs, rien ne sort d’ici.',
    topics: ['team-leading', 'onboarding'],
  }),
  open({
    name: 'Qualité terrain', language: 'fr', departments: ['quality', 'service', 'production'], popularity: 9, visitors: 0.3,
    description: 'Ce que les chantiers nous renvoient, analysé avec ceux qui conçoivent et fabriquent.',
    topics: ['field-returns', 'non-conformity', 'installation'],
  }),
  open({
    name: 'Python & data', language: 'en', departments: ['software', 'research', 'quality', 'finance'], popularity: 6, visitors: 0.3,
    description: 'Notebooks, time series and small scripts that save a morning. Beginners welcome.',
    topics: ['python-data', 'remote-monitoring', 'software-practices'],
  }),
  open({
    name: 'Heat pump field returns', language: 'en', departments: ['service', 'quality', 'research'], popularity: 6, visitors: 0.3,
    description: 'Returned units, photos from plant rooms, and what we changed because of them.',
    topics: ['field-returns', 'spare-parts', 'installation'],
  }),
  secret({
    name: 'Projet Estran', language: 'both', departments: ['research', 'software', 'marketing'], popularity: 2,
    description: 'Équipe cœur de la prochaine gamme. Ne pas en parler hors de cet espace avant l’annonce.',
    topics: ['next-generation', 'acoustics', 'defrost'],
  }),
  open({
    name: 'Vélotaf', language: 'fr', departments: [], popularity: 5,
    description: 'Itinéraires, abris, antivols et covélotage sur tous les sites.',
    topics: ['commuting'],
  }),
  open({
    name: 'Women in engineering', language: 'en', departments: ['research', 'software', 'production', 'quality'], popularity: 5,
    description: 'Careers, school visits and peer support. Open to everyone who wants to help.',
    topics: ['women-engineering', 'training'],
  }),
  closed({
    name: 'Supplier watch', language: 'en', departments: ['purchasing', 'quality', 'supply'], popularity: 3,
    description: 'Lead times, price moves and supplier risks. Commercially sensitive: buyers and supplier quality only.',
    topics: ['suppliers', 'shortages'],
  }),
  open({
    name: 'Installateurs : questions du terrain', language: 'fr', departments: ['service', 'sales', 'marketing'], popularity: 7, visitors: 0.3,
    description: 'Les questions que nos installateurs posent vraiment, et des réponses que l’on peut leur envoyer.',
    topics: ['installation', 'installer-app', 'spare-parts', 'customer-calls'],
  }),
  open({
    name: 'Propane R290', language: 'both', departments: ['research', 'safety', 'service', 'production'], popularity: 5, visitors: 0.3,
    description: 'Charge, sécurité, formation, réglementation : tout ce que le propane change dans nos métiers.',
    topics: ['refrigerant', 'certification', 'safety'],
  }),
  open({
    name: 'Ask IT', language: 'en', departments: ['it', 'software'], popularity: 7, visitors: 0.5,
    description: 'Quick help between colleagues before opening a ticket. For anything urgent, call the service desk.',
    topics: ['workplace-it', 'cybersecurity', 'erp'],
  }),
  closed({
    name: 'Control & defrost', language: 'en', departments: ['research', 'software'], popularity: 3,
    description: 'Control algorithms, defrost strategies and firmware, with lab data that must stay inside.',
    topics: ['defrost', 'firmware', 'test-bench'],
  }),
  open({
    name: 'Sécurité au poste', language: 'fr', departments: ['safety', 'production', 'supply'], popularity: 6, visitors: 0.3,
    description: 'Presqu’accidents, gestes sûrs, bonnes idées de protection. Signaler ici ne remplace pas la fiche.',
    topics: ['safety', 'shift-handover'],
  }),
  open({
    name: 'Vigie & Pilote', language: 'both', departments: ['software', 'service', 'marketing'], popularity: 6, visitors: 0.3,
    description: 'La télésurveillance et l’application des installateurs : nouveautés, bogues, demandes.',
    topics: ['remote-monitoring', 'installer-app', 'firmware'],
  }),
  open({
    name: 'Logistique & expéditions', language: 'fr', departments: ['supply', 'sales', 'service'], popularity: 5, visitors: 0.25,
    description: 'Quais, transporteurs, emballages, ruptures : se parler avant que le camion parte.',
    topics: ['warehouse', 'packaging', 'shortages'],
  }),
  closed({
    name: 'ERP : utilisateurs clés', language: 'fr', departments: ['it', 'supply', 'finance', 'purchasing', 'production'], popularity: 3,
    description: 'Le réseau des utilisateurs clés pour la bascule de l’ERP, site par site.',
    topics: ['erp'],
  }),
  open({
    name: 'Acoustique', language: 'fr', departments: ['research', 'quality', 'service'], popularity: 3,
    description: 'Mesurer, comprendre et réduire le bruit de nos machines, du laboratoire au jardin du voisin.',
    topics: ['acoustics', 'test-bench'],
  }),
  open({
    name: 'Software craft', language: 'en', departments: ['software', 'it', 'research'], popularity: 5,
    description: 'Reviews, tests, releases and incidents told without blame.',
    topics: ['software-practices', 'firmware', 'automation'],
  }),
  secret({
    name: 'Projet Confluence', language: 'fr', departments: ['management', 'finance', 'hr'], popularity: 1,
    description: 'Étude du regroupement des deux entrepôts. Confidentiel jusqu’à la consultation des représentants du personnel.',
    topics: ['warehouse-merger'],
  }),
  closed({
    name: 'Tenders & key accounts', language: 'en', departments: ['sales', 'finance', 'marketing'], popularity: 3,
    description: 'Live tenders, pricing positions and lessons from the ones we lost.',
    topics: ['tenders', 'installer-network'],
  }),
  open({
    name: 'Énergie & carbone', language: 'fr', departments: ['safety', 'research', 'production', 'purchasing'], popularity: 4,
    description: 'Consommations des sites, bilan carbone des produits, idées sobres et mesurables.',
    topics: ['carbon', 'commuting', 'packaging'],
  }),
  open({
    name: 'Salons & réseau d’installateurs', language: 'both', departments: ['marketing', 'sales', 'service'], popularity: 4,
    description: 'Préparer les salons, les journées portes ouvertes et les tournées de formation.',
    topics: ['trade-show', 'installer-network', 'communications'],
  }),
  closed({
    name: 'HR partners', language: 'both', departments: ['hr'], popularity: 3,
    description: 'Recruitment, training and difficult questions, between HR colleagues of all sites.',
    topics: ['recruitment', 'training', 'inclusion'],
  }),
  open({
    name: 'Documentation & traductions', language: 'both', departments: ['marketing', 'service', 'research'], popularity: 4, visitors: 0.25,
    description: 'Notices, terminologie et traductions : une seule bonne version, en six langues.',
    topics: ['documentation', 'certification'],
  }),
  open({
    name: 'Parrainage des nouveaux', language: 'both', departments: ['hr'], popularity: 5, visitors: 0.3,
    description: 'Pour celles et ceux qui arrivent, et ceux qui les accompagnent pendant six mois.',
    topics: ['onboarding', 'training', 'languages'],
  }),
  open({
    name: 'Course à pied et trail', language: 'fr', departments: [], popularity: 4,
    description: 'Sorties du midi, courses du dimanche et relais inter-sites, à tous les rythmes.',
    topics: ['running'],
  }),
  closed({
    name: 'Clôture & gestion', language: 'fr', departments: ['finance', 'management'], popularity: 3,
    description: 'Calendrier de clôture, écarts, provisions : le fil des contrôleurs et des comptables.',
    topics: ['closing', 'expenses'],
  }),
  secret({
    name: 'Comité produits', language: 'both', departments: ['marketing', 'research', 'sales', 'production'], popularity: 2,
    description: 'Arbitrages de gamme, dates de lancement, arrêts de référence. Diffusion restreinte.',
    topics: ['roadmap'],
  }),
  open({
    name: 'French–English lunch table', language: 'both', departments: [], popularity: 4, recent: true,
    description: 'Half an hour in each language, once a week, at each site and online.',
    topics: ['languages'],
  }),
];
