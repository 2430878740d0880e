import type { Language } from './records.ts';

/** What a community says of itself beyond its description; typed as in `topics/`. */
export interface CommunityWords {
  language: Language;
  topics: readonly string[];
  charter?: string;
  welcome?: string;
  banner?: { pattern: 'arches' | 'waves' | 'tiles' | 'hills' | 'rays' | 'dots'; tone: 'brick' | 'ochre' | 'moss' | 'sea' | 'sky' | 'plum' };
}

/** By the name of the community. */
export const communityWords: Readonly<Record<string, CommunityWords>> = {
  'Amélioration continue': {
    language: 'fr', topics: ['5S', 'Idées de poste', 'Chantiers', 'Production'], banner: { pattern: 'tiles', tone: 'ochre' },
    charter: `On mesure avant, on mesure après, on montre les deux.
On raconte aussi les chantiers qui n'ont rien donné.
On nomme les personnes du poste : l'idée vient d'elles.`,
    welcome: "Bienvenue ! Commencez petit : une photo, un chiffre, ce que vous changeriez. Quelqu'un vous répondra dans la journée.",
  },
  'Managers de proximité': {
    language: 'fr', topics: ['Management', 'Entre pairs'], banner: { pattern: 'arches', tone: 'plum' },
    charter: `Rien ne sort d'ici, pas même reformulé.
On parle de situations, jamais de personnes reconnaissables.
On demande d'abord si l'on attend un conseil ou une oreille.`,
    welcome: "Vous êtes entre pairs. Lisez deux ou trois fils, puis racontez une situation qui vous occupe en ce moment.",
  },
  'Qualité terrain': {
    language: 'fr', topics: ['Retours', 'Garantie', 'Installation'], banner: { pattern: 'rays', tone: 'brick' },
    charter: `Un retour, c'est un numéro de série, une photo et ce qui a déjà été essayé.
On cherche la cause, pas le coupable.
Qui pose la question dit plus tard comment elle s'est terminée.`,
    welcome: "Bienvenue parmi celles et ceux qui dessinent, fabriquent et dépannent. Le wiki explique comment lire un retour.",
  },
  'Python & data': {
    language: 'en', topics: ['Python', 'Data', 'Notebooks'], banner: { pattern: 'dots', tone: 'sky' },
    charter: `Paste code as text, never as a picture.
Say what you expected, and what you got.
No customer data, not even a sample.`,
    welcome: 'Welcome! Beginners ask the questions that everybody reads. Start with the script that annoys you most.',
  },
  'Heat pump field returns': {
    language: 'en', topics: ['Returns', 'Warranty', 'Installation'], banner: { pattern: 'waves', tone: 'sea' },
    charter: `One machine, one thread.
Photos with a hand or a ruler for scale, without faces or addresses.
Close the thread with what it was in the end.`,
    welcome: 'Welcome. The wiki holds the one-page site card: print it before your next visit.',
  },
  'Projet Estran': { language: 'fr', topics: ['Gamme'], charter: "On n'en parle ni à la cantine, ni dans le train.\nLes plans restent ici.", welcome: "Vous voilà dans la confidence. Merci de n'inviter personne sans en parler d'abord." },
  'Vélotaf': { language: 'fr', topics: ['Vélo', 'Trajets'], banner: { pattern: 'hills', tone: 'moss' }, welcome: "Dites d'où vous partez : il y a sûrement quelqu'un sur votre route." },
  'Women in engineering': {
    language: 'en', topics: ['Careers', 'Mentoring', 'Schools'], banner: { pattern: 'arches', tone: 'sea' },
    charter: `Everybody who wants to help is at home here.
What is said in confidence stays where it was said.
We praise by name and criticise by subject.`,
    welcome: 'Glad you are here, whoever you are. Have a look at the school visits: they always need one more pair of hands.',
  },
  'Supplier watch': { language: 'en', topics: ['Purchasing', 'Suppliers'], charter: 'Prices and names stay inside.\nA rumour is marked as one.' },
  'Installateurs : questions du terrain': { language: 'fr', topics: ['Installation', 'Installateurs', 'Pilote'], banner: { pattern: 'tiles', tone: 'sea' }, charter: "La question telle que l'installateur l'a posée, puis la réponse telle qu'on peut la lui envoyer." },
  'Propane R290': { language: 'fr', topics: ['Propane', 'Sécurité', 'Formation'], banner: { pattern: 'rays', tone: 'ochre' }, charter: "Ce qui touche à la sécurité se vérifie avant de s'écrire, et porte sa source.\nLes charges se donnent en grammes." },
  'Ask IT': {
    language: 'en', topics: ['IT', 'Security', 'Tools'], banner: { pattern: 'dots', tone: 'moss' },
    charter: `No password, ever, not even an old one.
Say what you did, what it said, and on which computer.
If a line has stopped, call the service desk: this is no place to wait.`,
    welcome: 'Ask away. No question is too small, and yours is likely to be the third one this week.',
  },
  'Control & defrost': { language: 'en', topics: ['Control', 'Defrost', 'Laboratory'], charter: 'Data stay inside, ideas may leave.\nShow the curve that failed as well.' },
  'Sécurité au poste': {
    language: 'fr', topics: ['Sécurité', 'Presqu’accidents'], banner: { pattern: 'arches', tone: 'brick' },
    charter: `Un presqu'accident raconté ici ne sera reproché à personne.
On décrit le geste, jamais la personne.
La fiche reste obligatoire : ce fil ne la remplace pas.`,
    welcome: "Merci de rejoindre le fil qui évite les fiches. Une photo de votre poste suffit pour commencer.",
  },
  'Vigie & Pilote': { language: 'fr', topics: ['Pilote', 'Vigie', 'Logiciel'], banner: { pattern: 'waves', tone: 'sky' } },
  'Logistique & expéditions': { language: 'fr', topics: ['Transport', 'Emballage', 'Stock'] },
  'ERP : utilisateurs clés': { language: 'fr', topics: ['ERP', 'Outils'], charter: "On teste en recette avant d'en parler ici.\nChaque astuce porte le nom de l'écran." },
  'Acoustique': { language: 'fr', topics: ['Acoustique', 'Laboratoire'] },
  'Software craft': { language: 'en', topics: ['Software', 'Reviews', 'Releases'], banner: { pattern: 'tiles', tone: 'plum' }, charter: 'Incidents are told without blame, with a timeline.\nReviews are about code.' },
  'Projet Confluence': { language: 'fr', topics: ['Entrepôts'], charter: "Confidentiel jusqu'à la consultation des représentants du personnel." },
  'Tenders & key accounts': { language: 'en', topics: ['Tenders', 'Customers'] },
  'Énergie & carbone': {
    language: 'fr', topics: ['Énergie', 'Carbone', 'Sobriété'], banner: { pattern: 'hills', tone: 'sea' },
    charter: `Un gain se mesure sur un mois.
On donne l'unité, toujours.
Ce qui a marché ailleurs se raconte avec ce qu'il a coûté.`,
    welcome: "Bienvenue. Le wiki explique comment relever ses compteurs, et la courbe de Lyon se lit en dix minutes.",
  },
  'Salons & réseau d’installateurs': { language: 'fr', topics: ['Salons', 'Installateurs'], banner: { pattern: 'rays', tone: 'sky' } },
  'HR partners': { language: 'en', topics: ['Recruitment', 'Training'], charter: 'Cases without names.\nA question here is answered before the end of the week.' },
  'Documentation & traductions': { language: 'fr', topics: ['Documentation', 'Traduction'], banner: { pattern: 'dots', tone: 'ochre' } },
  'Parrainage des nouveaux': {
    language: 'fr', topics: ['Accueil', 'Parrainage', 'Formation'], banner: { pattern: 'arches', tone: 'sky' },
    charter: `On répond à une question de nouveau dans la journée, même pour dire « je cherche ».
On présente les gens par ce qu'ils savent faire.`,
    welcome: "Bienvenue dans l'entreprise ! Présentez-vous en trois lignes : d'où vous venez, ce que vous cherchez, ce que vous savez faire.",
  },
  'Course à pied et trail': { language: 'fr', topics: ['Course', 'Sport'], banner: { pattern: 'hills', tone: 'ochre' }, welcome: "Tous les rythmes, vraiment tous. La prochaine sortie est dans les événements." },
  'Clôture & gestion': { language: 'fr', topics: ['Clôture', 'Gestion'] },
  'Comité produits': { language: 'fr', topics: ['Gamme', 'Lancements'], charter: "Diffusion restreinte.\nUn arbitrage se note avec sa raison." },
  'French–English lunch table': { language: 'en', topics: ['Languages'], banner: { pattern: 'waves', tone: 'plum' }, welcome: 'Come as you are. Mistakes are the whole point.' },
};
