import type { Scene } from './scene.ts';

/** Questions with answers that were voted for, and conversations on two levels. */
export const threads: readonly Scene[] = [
  {
    id: 'restart', by: 'oliver.hughes', in: 'Heat pump field returns', language: 'en', daysBefore: 2, hour: 9, tags: ['field', 'installation'],
    title: 'After a power cut, a Mistral 20 trips on start. What do you check first?',
    body: 'Third call this week, all on sites with a generator nearby. The fault clears after an hour, which is exactly how long it takes to get there. What do you look at before you open the machine?',
    comments: [
      { as: 'phases', by: 1, text: 'Phase order. Generators come back with two phases swapped more often than people think, and the controller only says "start fault". A ten-second check at the terminal block.', accepted: true, votes: 17, reactions: 6 },
      { as: 'heater', by: 2, text: 'Crankcase heater: after a long cut the oil is cold, and the first start is the hardest. Leave it powered for two hours before you start it.', votes: 9 },
      { by: 'oliver.hughes', replyTo: 'phases', text: 'Two of the three were exactly that. I am adding it to the site card.', reactions: 5 },
      { by: 4, replyTo: 'heater', quotes: 'heater', text: 'And write it on the door. The next person on call will not know why nobody presses the button.', reactions: 3 },
      { by: 3, text: 'Ask for the history of the inverter too: it keeps the last fifty events, with the voltages.', votes: 4 },
    ],
    reactions: { count: 8, kinds: ['insightful', 'thanks'], faces: ['marie-eleonore.de-lhermitage-kerguelen-guezennec'] },
  },
  {
    id: 'grease', by: 'elodie.marchand', in: 'Qualité terrain', language: 'fr', daysBefore: 1, hour: 10, tags: ['retours', 'qualité'],
    title: "Joint du bloc hydraulique : huile ou graisse au montage ?",
    body: "Le mode opératoire dit « lubrifier », sans plus. Une équipe met de l'huile, l'autre de la graisse, et les retours ne disent pas laquelle a raison. Qui a mesuré ?",
    comments: [
      { as: 'grease', by: 1, text: "Graisse silicone, en film, et rien d'autre : l'huile minérale fait gonfler ce joint de 4 % en un mois. Les mesures sont au laboratoire de Nantes, je te les envoie.", votes: 12, reactions: 4 },
      { as: 'tube', by: 2, text: "Attention au tube : il en existe deux, même marque, même couleur. Celui au bouchon gris attaque le laiton.", votes: 7 },
      { by: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', replyTo: 'grease', text: "Je fais préciser le mode opératoire cette semaine, avec la référence du tube et une photo. Merci à vous deux.", reactions: 6 },
    ],
    reactions: { count: 6, kinds: ['thanks'], faces: ['nathalie.brevent'] },
  },
  {
    id: 'resample', by: 'minh-anh.nguyen', in: 'Python & data', language: 'en', daysBefore: 3, hour: 14, tags: ['python', 'data'],
    title: 'How do you resample a signal that has holes without inventing data?',
    body: 'Our loggers skip a minute now and then. Plain interpolation draws a straight line through every defrost, which is precisely what I want to see. What do you use?',
    comments: [
      { as: 'limit', by: 1, text: 'Resample, then interpolate with a limit of two points, and keep a mask column that says which values are real. The mask is what saves you in the review.', accepted: true, votes: 11, reactions: 5 },
      { by: 'minh-anh.nguyen', replyTo: 'limit', text: 'The mask, of course. I had been colouring the curve by hand.', reactions: 3 },
      { by: 2, text: 'For defrosts I do not interpolate at all: I cut at the hole and treat both sides as two runs.', votes: 5 },
    ],
    reactions: { count: 5, kinds: ['insightful'] },
  },
  {
    id: 'night-load', by: 3, in: 'Énergie & carbone', language: 'fr', daysBefore: 2, hour: 11, tags: ['énergie', 'sobriété'],
    title: "Le talon de nuit : à partir de combien faut-il s'inquiéter ?",
    body: "Notre courbe ne descend jamais sous 37 kW, même le dimanche. Est-ce beaucoup pour deux lignes arrêtées et un magasin chauffé ?",
    comments: [
      { as: 'base', by: 'elodie.marchand', text: "Oui. À Lyon, avec trois lignes, nous étions à 61 kW et 13 partaient dans des compresseurs que personne n'écoutait. Commence par couper l'air comprimé un samedi, compteur sous les yeux.", accepted: true, votes: 10, reactions: 5 },
      { by: 5, replyTo: 'base', text: "Même chose à Porto, et le silence a surpris tout le monde." },
    ],
    reactions: { count: 4, kinds: ['thanks', 'insightful'] },
  },
  {
    id: 'shared-accounts', by: 9, language: 'fr', daysBefore: 1, hour: 15, tags: ['informatique', 'atelier'],
    title: "Que devient le compte partagé de nos postes d'atelier avec les clés de sécurité ?",
    body: "Six personnes se relaient sur le même poste, huit fois par jour. Si chacune doit sortir sa clé, on perd une demi-heure par équipe. @{thomas.vandenberghe}, est-ce prévu ? Et @{nathalie.brevent}, qui décide de l'ordre des usines ?",
    comments: [{ by: 11, text: "Même question à Porto, où le poste de contrôle sert à trois équipes.", reactions: 2 }],
    reactions: { count: 11, kinds: ['agree', 'support'] },
  },
  {
    id: 'handover', by: 'nathalie.brevent', writtenBy: 'fatou.diallo', language: 'fr', daysBefore: 1, hour: 11, tags: ['production', 'direction'],
    body: `Le relais entre équipes dure quatre minutes à Nantes et onze à Lyon. À Lyon, on explique ; à Nantes, tout est au tableau. J'ai demandé aux deux équipes d'échanger une matinée, sans compte rendu à me faire.

Ce que j'en attends : que chacune vole une idée à l'autre. #production`,
    comments: [
      { as: 'board', by: 8, text: "On vous montre volontiers le tableau. Son secret : il est effacé tous les soirs, donc personne n'y laisse ce qui ne sert plus.", reactions: 14 },
      { by: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', replyTo: 'board', text: "J'étais à ce chantier : la première version avait quarante cases. Il en reste sept.", reactions: 9 },
      { by: 'elodie.marchand', text: "À Lyon, on explique aussi parce que trois intérimaires sur cinq changent chaque mois. Le tableau ne les remplacera pas.", reactions: 12 },
    ],
    reactions: { count: 29, kinds: ['agree', 'insightful', 'support'], faces: ['marie-eleonore.de-lhermitage-kerguelen-guezennec', 'karim.benjelloun'] },
  },
  {
    id: 'welcome-ines', by: 'karim.benjelloun', language: 'fr', daysBefore: 3, hour: 9, tags: ['nouveaux', 'accueil'],
    body: `Bienvenue à @{ines.carvalho}, qui rejoint l'équipe logicielle à Lyon. Sa première question, dès le deuxième jour : « Qui dois-je rencontrer à l'atelier ? » Je vous laisse répondre.`,
    comments: [
      { as: 'meet', by: 'elodie.marchand', text: "Moi, par exemple ! Ligne 3, pause de 10 h. @{ines.carvalho}, je te montre l'écran que tout le monde contourne.", reactions: 8 },
      { by: 'minh-anh.nguyen', replyTo: 'meet', text: "Et passe au laboratoire quand tu viens à Grenoble : on a besoin de quelqu'un qui comprenne nos journaux de régulation.", reactions: 3 },
    ],
    reactions: { count: 24, kinds: ['congratulations', 'support'], faces: ['fatou.diallo', 'nathalie.brevent', 'elodie.marchand'] },
  },
  {
    id: 'charter', by: 'fatou.diallo', language: 'fr', daysBefore: 7, hour: 16, tags: ['terrain', 'communication'], pinnedDays: 'always',
    body: `La charte du réseau tient en quatre phrases. On écrit comme on parlerait devant son équipe. On critique une idée, jamais une personne. On cite qui nous a aidés. Et si l'on hésite, on demande à quelqu'un de relire.

Un doute ? Écrivez-moi avant de publier, je réponds dans la journée.`,
    comments: [{ by: 10, text: "« On cite qui nous a aidés » : c'est celle qui a le plus changé nos réunions.", reactions: 10 }],
    reactions: { count: 41, kinds: ['agree', 'thanks'], faces: ['karim.benjelloun'] },
  },
  {
    id: 'energy-start', by: 'elodie.marchand', in: 'Énergie & carbone', language: 'fr', daysBefore: 60, hour: 10, tags: ['énergie'], pinnedDays: 'always',
    body: "Par où commencer ici : le wiki explique comment relever ses compteurs, le fil « sobriété » rassemble ce qui a marché, et une question idiote vaut mieux qu'un joule perdu.",
    reactions: { count: 19, kinds: ['thanks', 'agree'] },
  },
  {
    id: 'ticket-start', by: 'animator', in: 'Ask IT', language: 'en', daysBefore: 70, hour: 10, tags: ['onsite'], pinnedDays: 'always',
    body: 'Before you ask: say which computer, what you did, and what it said. A photo of the message is worth three replies. For anything that stops a line, call the service desk, day and night.',
    reactions: { count: 14, kinds: ['thanks'] },
  },
  {
    id: 'silent-weekend', by: 6, in: 'Énergie & carbone', language: 'fr', daysBefore: 2, hour: 9, tags: ['énergie'],
    title: "Couper l'air comprimé le week-end : dans quel ordre fermez-vous les vannes ?",
    body: "Nous voulons essayer samedi prochain. Le fournisseur dit de tout fermer d'un coup, la maintenance craint les joints. Qui l'a déjà fait ?",
  },
  {
    id: 'generator', by: 5, in: 'Heat pump field returns', language: 'en', daysBefore: 2, hour: 11, tags: ['field'],
    title: 'A site on a generator for three months: what do you set on a Mistral 20?',
    body: 'The grid connection is late and the building has to be heated. I would rather not go there every Monday.',
  },
  {
    id: 'two-probes', by: 'minh-anh.nguyen', in: 'Python & data', language: 'en', daysBefore: 2, hour: 10, tags: ['python', 'data'],
    title: 'Two frost probes that disagree: how do you choose which one to believe?',
    body: 'Same evaporator, ten centimetres apart, and half a degree between them whenever it matters.',
  },
];
