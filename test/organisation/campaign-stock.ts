/** What an idea of the demo company says, who makes it, and what became of it. Days count from the end of the plan. */
export interface ToldIdea {
  by: string[];
  title: string;
  problem: string;
  /** Markdown. */
  proposal: string;
  benefit: string;
  benefitAmount: number | null;
  benefitUnit: string;
  cost: number | null;
  effort: 'days' | 'weeks' | 'months' | 'longer' | null;
  tags: string[];
  lookingFor: string[];
  support: number;
  answer?: { outcome: 'selected' | 'later' | 'no' | 'merged' | 'exists'; reason: string; by: string; day: number };
  project?: {
    owner: string;
    startDay: number;
    progress: number;
    milestones: { title: string; dueDay: number; doneDay: number | null }[];
    update: string;
    delivered: { text: string; day: number } | null;
    measured: { amount: number; how: string; day: number } | null;
  };
}

export interface ToldCampaign {
  question: string;
  context: string;
  rules: string;
  criteria: { label: string; weight: number }[];
  resources: string;
  budget: number | null;
  hashtag: string | null;
  banner: { pattern: string; tone: string };
  owner: string;
  sponsor: string;
  moderators: string[];
  commitment: string;
  timeZone: string;
  phases: { kind: string; from: number; to: number }[];
  publishedDay: number;
  closedDay: number | null;
  answersDueDay: number;
  commitmentDueDay: number;
  ballots: ToldBallot[];
  jury?: ToldJury;
  ideas: ToldIdea[];
}

/** A way in which it decides, and how many of the most active colleagues have voted. */
export interface ToldBallot {
  kind: 'support' | 'stars' | 'grades' | 'budget' | 'pairs' | 'points';
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports?: number;
  points?: number;
  maxPoints?: number;
  /** In whole euros, for the ideas of everybody. */
  envelope?: number;
  voters: number;
}

export interface ToldJury {
  isBlind: boolean;
  /** Called by the owner; by lot as many more. */
  named: string[];
  seats: number;
  perDepartment: number;
  calledDay: number;
  /** How many ideas each juror has judged by now, those named first. */
  judged: number[];
  /** A juror (from 0) does not judge an idea (from 0), and says why. */
  conflicts: { juror: number; idea: number; words: string }[];
  /** What jurors say to the authors, by idea. */
  comments: Record<number, string[]>;
}

const elodie = 'elodie.marchand';
const oliver = 'oliver.hughes';
const minhAnh = 'minh-anh.nguyen';
const ines = 'ines.carvalho';
const thomas = 'thomas.vandenberghe';
const marie = 'marie-eleonore.de-lhermitage-kerguelen-guezennec';
const nathalie = 'nathalie.brevent';
const karim = 'karim.benjelloun';
const fatou = 'fatou.diallo';

const gathering: ToldCampaign = {
  question: 'Comment jeter moitié moins dans nos usines ?',
  context: 'Nos trois usines ont jeté **412 tonnes** l’an dernier, dont un tiers de cartons et de films qui ont voyagé une seule fois. Les équipes savent où cela se perd. Dites-le ici, même si la solution n’est pas complète.\n\nCe qui a déjà été essayé : le tri par couleur à Nantes (abandonné, trop de bacs), la reprise des palettes par trois fournisseurs (elle continue).',
  rules: 'Une idée par sujet. Nommez des gestes et des lieux, jamais des personnes.\nLes idées qui touchent à la sécurité passent par le service concerné avant le vote.',
  criteria: [{ label: 'Tonnes évitées', weight: 3 }, { label: 'Facilité', weight: 2 }, { label: 'Transposable ailleurs', weight: 1 }],
  resources: 'Deux jours par mois pour les personnes qui portent une idée retenue, et l’atelier des prototypes de Grenoble.', budget: 60_000, hashtag: 'moitiemoins', banner: { pattern: 'waves', tone: 'moss' },
  owner: elodie, sponsor: nathalie, moderators: [thomas],
  commitment: 'Je finance les trois premières idées, jusqu’à 60 000 €. Leurs auteurs auront du temps pour les conduire, et je publierai les tonnes évitées, même si elles déçoivent.',
  timeZone: 'Europe/Paris', phases: [{ kind: 'gather', from: -9, to: 12 }, { kind: 'build', from: 12, to: 19 }, { kind: 'vote', from: 19, to: 26 }, { kind: 'decide', from: 26, to: 33 }, { kind: 'carry-out', from: 33, to: 120 }, { kind: 'review', from: 120, to: 134 }],
  publishedDay: -12, closedDay: null, answersDueDay: 33, commitmentDueDay: 140,
  ballots: [{ kind: 'support', isSecret: false, hidesResults: false, maxSupports: 10, voters: 0 }, { kind: 'pairs', isSecret: true, hidesResults: true, voters: 0 }],
  ideas: [
    { by: [minhAnh], title: 'Reprendre les films des palettes en sortie de quai', problem: 'Chaque palette perd six mètres de film à l’ouverture. Le film finit avec les cartons, et tout part au déchet mêlé.', proposal: 'Un dévidoir au quai, à hauteur de main, et une presse pour faire des balles de 40 kg. Le recycleur de Lille les achète.\n\n- essai de quatre semaines au quai 2\n- balles pesées chaque vendredi', benefit: 'Environ onze tonnes par an à Lyon seulement.', benefitAmount: -11, benefitUnit: 'tonnes par an', cost: 8_400, effort: 'weeks', tags: ['emballage', 'quai'], lookingFor: ['quelqu’un de la logistique à Lille'], support: 34 },
    { by: [oliver, ines], title: 'Send spare parts in returnable boxes', problem: 'Every spare part leaves Manchester in a new carton with foam. Installers tell us that they throw both away on site, and pay for it.', proposal: 'Twenty returnable crates for the ten installers who order each week. The driver takes the empty one back. A sticker with a code says whose it is.', benefit: 'Fewer cartons, and an installer who sees us twice.', benefitAmount: -2_600, benefitUnit: 'cartons a year', cost: 3_200, effort: 'weeks', tags: ['packaging', 'spareparts'], lookingFor: ['a developer for the code'], support: 28 },
    { by: [marie], title: 'Afficher au poste le poids jeté la veille', problem: 'On pèse les bennes par mois et par usine. Personne ne sait ce que son poste a jeté hier.', proposal: 'Une balance par îlot et un écran simple : hier, la semaine, le meilleur jour. Pas de classement entre équipes.', benefit: 'Ce qui se voit se corrige.', benefitAmount: null, benefitUnit: '', cost: 12_000, effort: 'months', tags: ['mesure'], lookingFor: ['une équipe volontaire'], support: 22 },
    { by: [ines], title: 'Régler la découpe avec les chutes de la veille', problem: 'Le logiciel de découpe repart d’une plaque neuve à chaque série. Les chutes de plus de 40 cm pourraient servir, mais personne ne sait lesquelles sont là.', proposal: 'Photographier les chutes en fin de poste et les proposer au logiciel comme des plaques. J’ai un essai qui marche sur douze photos.', benefit: 'Entre 3 et 5 % de tôle en moins.', benefitAmount: -18, benefitUnit: 'tonnes par an', cost: 0, effort: 'months', tags: ['decoupe', 'logiciel'], lookingFor: ['quelqu’un qui connaît la découpe', 'une après-midi de ligne'], support: 41 },
    { by: [elodie, marie], title: 'Demander aux fournisseurs des bacs navettes', problem: 'Les joints arrivent dans des sachets de dix. Nous en ouvrons deux cents par jour.', proposal: 'Commencer par les quatre fournisseurs à moins de cent kilomètres : bacs consignés, relevés à chaque livraison.', benefit: 'Moins de sachets, moins de temps d’ouverture.', benefitAmount: -50, benefitUnit: 'heures par mois', cost: 5_000, effort: 'months', tags: ['fournisseurs'], lookingFor: ['un acheteur'], support: 17 },
    { by: [thomas], title: 'Réemployer les vieux postes d’atelier', problem: 'Quarante postes partent cette année à la destruction. La moitié démarre encore.', proposal: 'Les remettre à zéro et les donner aux écoles avec lesquelles nous travaillons. Je m’occupe de l’effacement, certificat compris.', benefit: '', benefitAmount: 40, benefitUnit: 'postes', cost: 600, effort: 'days', tags: ['informatique'], lookingFor: [], support: 19 },
    { by: [oliver], title: 'Print the manual only when it is asked for', problem: 'Each unit carries 64 pages in nine languages. Installers keep one page: the wiring.', proposal: 'A single printed sheet with the wiring and a code for the rest. A printed manual for whoever ticks a box.', benefit: 'Nine tonnes of paper.', benefitAmount: -9, benefitUnit: 'tonnes a year', cost: 1_500, effort: 'weeks', tags: ['paper'], lookingFor: ['someone from legal'], support: 37 },
    { by: [minhAnh, ines], title: 'Récupérer l’huile des bancs d’essai', problem: 'Chaque essai vide deux litres qui pourraient resservir après filtration.', proposal: 'Un groupe de filtration partagé entre les bancs 3 et 5, et une analyse tous les vingt cycles.', benefit: 'Un tiers d’huile neuve en moins.', benefitAmount: -900, benefitUnit: 'litres par an', cost: 9_800, effort: 'weeks', tags: ['essais'], lookingFor: [], support: 12 },
  ],
};

const voting: ToldCampaign = {
  question: 'What would make a newcomer useful after one week?',
  context: 'Forty people join each quarter. Half of them tell us that the first week was spent waiting: for an account, for a badge, for somebody who has time. Arrivals are the one thing that every department does, each in its own way.',
  rules: 'Anything that helps in the first five days. Write in your own language.',
  criteria: [{ label: 'Felt by newcomers', weight: 2 }, { label: 'Effort for teams', weight: 1 }],
  resources: 'One person of Human Resources for three months.', budget: 15_000, hashtag: 'firstweek', banner: { pattern: 'rays', tone: 'ochre' },
  owner: oliver, sponsor: nathalie, moderators: [],
  commitment: 'The idea with most votes starts next month, on every site, and the second one on two sites. I will meet each group of newcomers for an hour to hear whether it helped.',
  timeZone: 'Europe/London', phases: [{ kind: 'gather', from: -24, to: -4 }, { kind: 'vote', from: -3, to: 4 }, { kind: 'decide', from: 4, to: 11 }, { kind: 'carry-out', from: 11, to: 80 }],
  publishedDay: -26, closedDay: null, answersDueDay: 11, commitmentDueDay: 90,
  ballots: [{ kind: 'stars', isSecret: true, hidesResults: false, voters: 86 }, { kind: 'points', isSecret: false, hidesResults: false, points: 10, maxPoints: 4, voters: 61 }],
  ideas: [
    { by: [thomas], title: 'Accounts and badge ready on the first morning', problem: 'Requests arrive in five forms, two of them on paper.', proposal: 'One form, filled in by the manager when the contract is signed. The rest follows by itself. What is late shows a week before.', benefit: 'Two days less of waiting.', benefitAmount: -2, benefitUnit: 'days of waiting', cost: 6_000, effort: 'weeks', tags: ['it'], lookingFor: ['a manager who tries it'], support: 61 },
    { by: [marie], title: 'Une journée à l’atelier pour chacun', problem: 'On peut travailler deux ans ici sans avoir vu une machine se monter.', proposal: 'La première semaine, une journée de montage avec une équipe volontaire.', benefit: '', benefitAmount: null, benefitUnit: '', cost: 2_000, effort: 'weeks', tags: ['atelier'], lookingFor: ['des équipes volontaires'], support: 38 },
    { by: [minhAnh], title: 'Ten short films instead of the welcome slides', problem: 'Ninety slides on the first afternoon: nobody remembers one.', proposal: 'Ten films of two minutes by those who do the work. Subtitled in French and English.', benefit: '', benefitAmount: null, benefitUnit: '', cost: 9_000, effort: 'months', tags: ['films'], lookingFor: ['someone with a camera'], support: 29 },
    { by: [elodie, oliver], title: 'A question that only a newcomer would ask, each Friday', problem: 'Fresh eyes see what we no longer see, and tire after a month.', proposal: 'Each newcomer asks one question in the feed on the first Friday; a senior colleague answers within two days.', benefit: '', benefitAmount: null, benefitUnit: '', cost: 0, effort: 'days', tags: ['feed'], lookingFor: [], support: 33 },
    { by: [ines], title: 'Une personne par nouveau, choisie avant le premier jour', problem: 'À mon arrivée, la personne qui devait m’accompagner l’a appris le matin même.', proposal: 'Choisir le parrain deux semaines avant, lui retirer une demi-journée de travail la première semaine, et se parler une fois par téléphone avant l’arrivée.', benefit: 'On arrive chez quelqu’un.', benefitAmount: null, benefitUnit: '', cost: 0, effort: 'days', tags: ['accueil'], lookingFor: [], support: 52 },
  ],
};

const carriedOut: ToldCampaign = {
  question: 'Que peut-on rendre aux équipes : du temps ?',
  context: 'Réunions, saisies en double, validations : chacun connaît une heure perdue chaque semaine. Cette campagne cherchait lesquelles se rendent sans rien abîmer.',
  rules: 'Une heure précise, un lieu précis.', criteria: [{ label: 'Heures rendues', weight: 2 }, { label: 'Facilité', weight: 1 }],
  resources: 'Une développeuse à mi-temps pendant trois mois.', budget: 20_000, hashtag: 'dutemps', banner: { pattern: 'tiles', tone: 'sky' },
  owner: marie, sponsor: nathalie, moderators: [elodie],
  commitment: 'Chaque idée reçoit ma réponse, et celles que je retiens sont faites avant la fin du trimestre.',
  timeZone: 'Europe/Paris', phases: [{ kind: 'gather', from: -150, to: -130 }, { kind: 'vote', from: -130, to: -125 }, { kind: 'jury', from: -125, to: -120 }, { kind: 'decide', from: -120, to: -115 }, { kind: 'carry-out', from: -115, to: -20 }, { kind: 'review', from: -20, to: -8 }],
  publishedDay: -152, closedDay: -7, answersDueDay: -115, commitmentDueDay: -10,
  ballots: [{ kind: 'support', isSecret: false, hidesResults: false, voters: 0 }, { kind: 'grades', isSecret: true, hidesResults: true, voters: 97 }],
  jury: {
    isBlind: false, named: [karim, fatou], seats: 3, perDepartment: 1, calledDay: -127, judged: [5, 5, 5, 5, 5], conflicts: [],
    comments: {
      0: ['Le gain est là où le travail se fait. Pensez à celles et ceux qui n’aiment pas les tablettes : un mois avec les deux.', 'Clear, cheap, measurable. Try one workshop before buying the rest.'],
      1: ['Le laboratoire peut commencer seul : ce n’est pas si fréquent.'],
      2: ['We like it for offices, and do not see it on a line that runs in shifts.'],
      4: ['Le temps perdu est réel. La solution, elle, n’est pas dans nos mains.'],
    },
  },
  ideas: [
    {
      by: [elodie, thomas], title: 'Ne plus saisir deux fois les non-conformités', problem: 'On les écrit sur papier au poste, puis dans le logiciel le soir.', proposal: 'Une tablette par îlot, le formulaire en trois champs, la photo à la place du schéma.', benefit: 'Une demi-heure par équipe et par jour.', benefitAmount: 120, benefitUnit: 'heures par mois', cost: 9_000, effort: 'weeks', tags: ['qualite'], lookingFor: [], support: 74,
      answer: { outcome: 'selected', reason: 'Retenue : c’est la plus soutenue, et l’atelier 2 est prêt à commencer lundi.', by: nathalie, day: -118 },
      project: {
        owner: thomas, startDay: -112, progress: 100, update: 'Les huit îlots de Lyon saisissent au poste. À Nantes, le réseau manque encore près de la ligne 2 : deux tablettes gardent leurs fiches et les envoient à la pause.',
        milestones: [{ title: 'Essai à l’atelier 2', dueDay: -95, doneDay: -96 }, { title: 'Les huit îlots de Lyon', dueDay: -60, doneDay: -52 }, { title: 'Nantes', dueDay: -30, doneDay: -24 }],
        delivered: { text: 'Vingt et une tablettes, un formulaire de trois champs, le papier retiré des postes.', day: -24 }, measured: { amount: 96, how: 'Heures de saisie du soir relevées sur quatre semaines, avant et après, dans les deux usines.', day: -9 },
      },
    },
    {
      by: [minhAnh], title: 'Des résultats d’essais que l’on n’a pas à redemander', problem: 'Chaque semaine, dix personnes écrivent au laboratoire pour un résultat déjà rendu.', proposal: 'Publier chaque rapport dans la communauté du laboratoire, avec ses mots-clés.', benefit: '', benefitAmount: 15, benefitUnit: 'heures par mois', cost: 0, effort: 'days', tags: ['essais'], lookingFor: [], support: 46,
      answer: { outcome: 'selected', reason: 'Retenue, et déjà commencée par le laboratoire. Merci de ne pas avoir attendu.', by: nathalie, day: -118 },
      project: {
        owner: minhAnh, startDay: -110, progress: 60, update: 'Les rapports de cette année sont publiés. Ceux d’avant attendent d’être relus.',
        milestones: [{ title: 'Rapports de l’année', dueDay: -70, doneDay: -68 }, { title: 'Les trois années d’avant', dueDay: -15, doneDay: null }], delivered: null, measured: null,
      },
    },
    { by: [oliver], title: 'No meeting on Wednesday afternoon', problem: 'There is no half-day left for work that needs silence.', proposal: 'Wednesday afternoon without meetings, everywhere, executives first.', benefit: '', benefitAmount: 4, benefitUnit: 'hours a week', cost: 0, effort: 'days', tags: ['meetings'], lookingFor: [], support: 81, answer: { outcome: 'later', reason: 'Les usines travaillent en équipes : un mercredi commun n’y existe pas. Les services du siège l’essaient au prochain trimestre, je reviendrai ici avec ce qu’ils en disent.', by: nathalie, day: -117 } },
    { by: [elodie], title: 'Un seul mot de passe', problem: 'J’en ai sept.', proposal: 'Que tout passe par la session du poste.', benefit: '', benefitAmount: null, benefitUnit: '', cost: null, effort: 'months', tags: ['informatique'], lookingFor: [], support: 39, answer: { outcome: 'exists', reason: 'C’est en cours : quatre applications sur sept passent déjà par la session du poste, les autres suivent. Thomas tient la liste à jour dans sa communauté.', by: marie, day: -119 } },
    { by: [thomas], title: 'Supprimer la validation des achats de moins de 50 €', problem: 'Trois signatures pour une souris.', proposal: 'Une carte par équipe, un relevé par mois.', benefit: '', benefitAmount: 30, benefitUnit: 'heures par mois', cost: 0, effort: 'weeks', tags: ['achats'], lookingFor: [], support: 35, answer: { outcome: 'no', reason: 'Non : nos commissaires aux comptes demandent une commande pour chaque achat, si petit soit-il. Nous avons en revanche ramené les trois signatures à une seule.', by: nathalie, day: -116 } },
  ],
};

const judged: ToldCampaign = {
  question: 'Quels trajets entre nos sites pouvons-nous éviter ?',
  context: 'Nos équipes ont parcouru **1,9 million de kilomètres** l’an dernier entre Lyon, Nantes, Lille, Grenoble et Manchester. La moitié pour des réunions de moins de deux heures. Il ne s’agit pas de moins se voir, mais de choisir quand.',
  rules: 'Un trajet précis, ou une habitude précise. Dites ce que l’on y perdrait aussi.',
  criteria: [{ label: 'Kilomètres évités', weight: 3 }, { label: 'Vie des équipes', weight: 2 }, { label: 'Coût', weight: 1 }],
  resources: 'Le budget des déplacements économisé la première année revient aux équipes.', budget: 30_000, hashtag: 'trajets', banner: { pattern: 'hills', tone: 'sky' },
  owner: marie, sponsor: nathalie, moderators: [],
  commitment: 'Je suis l’avis du jury, sauf à expliquer pourquoi devant lui. Les idées retenues commencent dans les deux mois.',
  timeZone: 'Europe/Paris', phases: [{ kind: 'gather', from: -34, to: -16 }, { kind: 'vote', from: -16, to: -8 }, { kind: 'jury', from: -8, to: 6 }, { kind: 'decide', from: 6, to: 13 }, { kind: 'carry-out', from: 13, to: 100 }],
  publishedDay: -36, closedDay: null, answersDueDay: 13, commitmentDueDay: 60,
  ballots: [{ kind: 'budget', isSecret: true, hidesResults: true, envelope: 30_000, voters: 74 }],
  jury: {
    isBlind: true, named: [karim, fatou], seats: 4, perDepartment: 1, calledDay: -10, judged: [3, 4, 6, 5, 2, 0],
    conflicts: [{ juror: 0, idea: 3, words: 'C’est mon service qui tient ce budget.' }],
    comments: {
      0: ['Simple, et l’on garde une visite par mois.', 'Who decides which meeting is worth the journey? Say it, and we would give it a ten.'],
      1: ['Le coût nous semble sous-estimé : il faut aussi quelqu’un sur place pour tenir la caméra.'],
      2: ['Vérifiez avec les équipes de nuit, qui ne croisent jamais cette navette.'],
      4: ['The best thing here is that it needs no money.'],
    },
  },
  ideas: [
    { by: [thomas], title: 'Une semaine sur deux sans réunion sur place', problem: 'Chaque lundi, douze personnes font Lille–Lyon pour un point d’avancement d’une heure.', proposal: 'Une semaine sur deux à distance. L’autre semaine, on vient pour la journée et l’on passe par l’atelier.', benefit: 'Vingt-six allers-retours par personne et par an.', benefitAmount: -310_000, benefitUnit: 'km par an', cost: 1_000, effort: 'days', tags: ['reunions'], lookingFor: [], support: 58 },
    { by: [minhAnh, oliver], title: 'Accept test benches by video', problem: 'Four people travel from Manchester to Grenoble each time a bench is accepted, to watch a needle for a day.', proposal: 'Two cameras and the readings shared live. One person on each side signs the same sheet.', benefit: 'Nine journeys a year less.', benefitAmount: -42_000, benefitUnit: 'km a year', cost: 12_000, effort: 'weeks', tags: ['essais'], lookingFor: ['someone who knows cameras'], support: 44 },
    { by: [elodie], title: 'Une navette partagée entre Lyon et Grenoble', problem: 'Le mardi et le jeudi, quinze voitures font la même route à la même heure, presque toutes avec une seule personne.', proposal: 'Un minibus loué, deux jours par semaine, avec des places que l’on réserve ici.', benefit: '', benefitAmount: -95_000, benefitUnit: 'km par an', cost: 16_000, effort: 'months', tags: ['navette'], lookingFor: ['quelqu’un des achats'], support: 61 },
    { by: [thomas, elodie], title: 'Former sur place plutôt qu’au siège', problem: 'Les formations de sécurité se tiennent toutes à Lyon. Trois cents personnes s’y rendent chaque année.', proposal: 'Une formatrice qui se déplace au lieu de vingt personnes qui viennent.', benefit: '', benefitAmount: -120_000, benefitUnit: 'km par an', cost: 9_500, effort: 'weeks', tags: ['formation'], lookingFor: ['une formatrice'], support: 37 },
    { by: [oliver], title: 'Ask first: “could this be a call?”', problem: 'Nobody is asked before a journey is booked.', proposal: 'One question in the booking form, and no approval at all: whoever travels answers for themselves.', benefit: '', benefitAmount: null, benefitUnit: '', cost: 500, effort: 'days', tags: ['travel'], lookingFor: [], support: 33 },
    { by: [minhAnh], title: 'Deux stocks d’éprouvettes au lieu d’un', problem: 'Les éprouvettes sont à Nantes, les essais à Grenoble. Un coursier roule chaque semaine pour une caisse.', proposal: 'Garder à Grenoble de quoi tenir deux mois.', benefit: '', benefitAmount: -56_000, benefitUnit: 'km par an', cost: 6_200, effort: 'weeks', tags: ['essais', 'stock'], lookingFor: [], support: 25 },
    { by: [marie], title: 'Voir d’abord les usines par leurs images', problem: 'Chaque nouveau chef de projet fait le tour des trois usines, et n’en retient que la fatigue.', proposal: 'Vingt vues à 360° tenues à jour par les ateliers ; le voyage vient après, pour parler aux gens.', benefit: '', benefitAmount: -18_000, benefitUnit: 'km par an', cost: 4_000, effort: 'weeks', tags: ['images'], lookingFor: ['quelqu’un qui aime la photo'], support: 19 },
  ],
};

export const campaignStock: readonly ToldCampaign[] = [carriedOut, voting, gathering, judged];
