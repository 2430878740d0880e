import type { Scene } from './scene.ts';

export const polls: readonly Scene[] = [
  {
    id: 'letter', by: 'fatou.diallo', language: 'fr', daysBefore: 2, hour: 10, tags: ['communication'],
    title: "La lettre interne : à quel moment la lisez-vous ?",
    body: "Elle part aujourd'hui le lundi matin, au moment où personne n'a le temps. Dites-nous quand elle vous serait utile. On peut changer son vote jusqu'à la clôture.",
    poll: { options: [["Le mardi, à l'embauche", 4], ["Le jeudi midi", 6], ["Le vendredi après-midi", 3], ["Affichée à l'atelier, c'est très bien", 2]], closesInDays: 6, votes: 74 },
    comments: [{ by: 5, text: "À l'atelier, pensez à l'équipe du soir : l'affichage du matin est recouvert à 14 h.", reactions: 5 }],
    reactions: { count: 8, kinds: ['thanks'] },
  },
  {
    id: 'load', by: 'karim.benjelloun', language: 'fr', daysBefore: 4, hour: 14, tags: ['viedesite'],
    title: "En ce moment, la charge de travail de votre équipe est-elle tenable ?",
    body: `Le vote est anonyme : il n'existe aucun lien entre votre nom et votre réponse, y compris pour l'informatique. Il est donc définitif.

Les résultats seront commentés ici, site par site s'il y a assez de réponses pour que personne ne soit reconnaissable.`,
    poll: { options: [["Oui", 3], ["La plupart du temps", 6], ["Rarement", 3], ["Non", 1]], anonymous: true, closesInDays: 9, votes: 132 },
    reactions: { count: 14, kinds: ['support', 'thanks'] },
  },
  {
    id: 'site-card', by: 'oliver.hughes', in: 'Heat pump field returns', language: 'en', daysBefore: 6, hour: 15, tags: ['field', 'quality'],
    title: 'Which checks belong on the one-page site card?',
    body: 'We have room for four. Choose as many as you like; the card goes to print once the order is clear.',
    poll: { options: [['Water hardness and filter', 5], ['Slope and drainage of the base', 6], ['Cable section and tightening', 4], ['Antifreeze concentration', 3], ['Software version of the controller', 4]], multiple: true, votes: 38 },
    comments: [
      { as: 'slope', by: 1, text: 'Slope first. Half of the frost cases I saw this year started with a base that was not level.', reactions: 6 },
      { by: 3, replyTo: 'slope', text: 'And it is the one check that costs nothing.' },
    ],
    reactions: { count: 9, kinds: ['insightful', 'agree'] },
  },
  {
    id: 'sockets', by: 'elodie.marchand', in: 'Énergie & carbone', language: 'fr', daysBefore: 26, hour: 9, tags: ['vélo', 'énergie'],
    title: "Où poser les douze prochaines prises pour vélos électriques ?",
    body: "Le budget en couvre douze, sur un seul site. Les travaux commencent après la clôture.",
    poll: { options: [['Nantes', 7], ['Lille', 3], ['Grenoble', 5], ['Porto', 2]], closesInDays: -8, votes: 52 },
    comments: [{ as: 'won', by: 'elodie.marchand', daysBefore: 7, text: "C'est donc Nantes. Pour Grenoble, je remets la demande au budget suivant, avec vos chiffres de fréquentation.", reactions: 8 }],
    reactions: { count: 12, kinds: ['agree', 'congratulations'] },
  },
  {
    id: 'five-minutes', by: 'nathalie.brevent', language: 'fr', daysBefore: 30, hour: 8, tags: ['production', 'atelier'],
    title: "Les cinq minutes au pied de la ligne : on garde ?",
    body: "Trois mois d'essai sur trois usines. Répondez franchement, c'est anonyme, et je m'en tiendrai au résultat.",
    poll: { options: [["Oui, telles quelles", 5], ["Oui, mais sans les chiffres de la veille", 8], ["Non", 2]], anonymous: true, closesInDays: -12, votes: 118 },
    comments: [{ by: 'nathalie.brevent', daysBefore: 11, text: "Message reçu : on garde, et les chiffres de la veille restent au tableau. Les cinq minutes servent à parler de la journée qui commence.", reactions: 26 }],
    reactions: { count: 35, kinds: ['agree', 'thanks', 'support'] },
  },
  {
    id: 'lunch-topics', by: 'animator', in: 'French–English lunch table', language: 'en', daysBefore: 21, hour: 13, tags: ['languages'],
    title: 'What shall we talk about at the next tables?',
    body: 'Half an hour in each language, so two subjects at most for each table.',
    poll: { options: [['A phone call with a customer', 5], ['A meeting that goes wrong', 6], ['The news', 2], ['Food, as usual', 7]], multiple: true, closesInDays: -10, votes: 29 },
    comments: [{ by: 4, daysBefore: 9, text: 'Food won again. I propose a recipe explained without a single noun in the wrong language.', reactions: 11 }],
    reactions: { count: 6, kinds: ['agree'] },
  },
];
