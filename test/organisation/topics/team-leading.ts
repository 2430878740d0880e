import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const teamLeading: Topic = {
  key: 'team-leading', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['support', 'agree', 'thanks', 'insightful'],
  tags: { fr: ['management', 'équipe', 'entrepairs'], en: ['teamleading', 'peers', 'management'] },
  fr: [
    status(
      `J'ai changé ma réunion du {day} : dix minutes au lieu de quarante, et chacun parle une fois. [La première semaine a été pénible, la troisième était naturelle.|Au bout de {n:3-5} semaines, plus personne ne veut revenir en arrière.] Ce que j'ai perdu : les discussions de fond. Je leur ai donné un autre créneau, un vendredi sur deux.`,
      `Même chemin chez nous. Le plus dur a été de me taire.`,
      `Comment fais-tu avec ceux qui ne parlent jamais ?`,
    ),
    status(
      `Entretiens annuels : [j'ai essayé de les faire en marchant|je les ai faits dehors, en marchant]. {n:5-9} sur {m:9-12} m'ont dit des choses qu'ils n'auraient pas dites dans une salle. Prévoir de quoi noter au retour, on oublie vite.`,
      `Bonne idée, mais à l'atelier on n'a pas une heure dehors. Le tour du site en vingt minutes, peut-être.`,
      `Et pour les deux qui n'ont pas voulu marcher ?`,
    ),
    status(
      `Une erreur à ne pas refaire : j'ai annoncé le changement de planning par affiche, un {day} soir. [Trois personnes l'ont appris par un collègue.|Deux l'ont découvert en arrivant.] Excuses présentées, et désormais je préviens chacun de vive voix avant d'afficher, même si cela prend la journée.`,
      `On l'a tous fait une fois. Merci de le raconter.`,
      `Ici, l'affiche ne fait que confirmer ce qui a été dit. Jamais l'inverse.`,
    ),
    question(
      `Deux bons éléments ne se parlent plus, que feriez-vous ?`,
      `Un différend sur les congés il y a {n:3-8} semaines, et depuis [ils passent par moi pour tout|chacun m'envoie des messages au lieu de parler à l'autre]. Le travail est fait, mais l'équipe le sent.`,
      `Arrête de faire le facteur, d'abord. Je les ai réunis une demi-heure, chacun redit ce que l'autre vient de dire avant de répondre. Inconfortable et efficace.`,
      `Regarde si la règle des congés est claire. Chez moi, le conflit était dans la règle et non dans les personnes.`,
      `Les ressources humaines ont une médiatrice interne, discrète. Elle est venue deux fois, ça a suffi.`,
    ),
    question(
      `Comment confier davantage sans donner l'impression de se décharger ?`,
      `Je voudrais que l'équipe tienne elle-même {n:2-4} sujets (planning, formation au poste, tableau). [On m'a répondu : « c'est ton travail ».|Les premiers retours sont tièdes.]`,
      `Donne le sujet avec le temps pour le faire, une heure par semaine inscrite au planning. Sans cela, c'est bien une décharge.`,
      `Commence par ce qui les agace. Chez nous c'était le choix des remplaçants : ils l'ont pris tout de suite.`,
    ),
    question(
      `Que dire à quelqu'un qui sent mauvais ? Sérieusement`,
      `Plusieurs collègues m'en ont parlé, [la personne travaille bien et n'a rien remarqué|et les plaisanteries commencent]. Je ne sais pas par où commencer.`,
      `Seul à seul, en fin de poste, en deux phrases, sans citer les collègues. Dis que tu préfères le dire plutôt que le laisser dire. J'ai eu un merci.`,
      `Pense à la santé au travail avant de conclure : chez moi c'était un médicament. L'infirmière m'a aidé à formuler.`,
    ),
  ],
  en: [
    status(
      `I changed my {day} meeting: ten minutes instead of forty, everyone speaks once. [The first week hurt, the third felt natural.|After {n:3-5} weeks nobody wants the old one back.] What got lost: deeper discussions. They now have their own slot every other Friday.`,
      `Same path here. The hardest part was keeping quiet.`,
      `What do you do with those who never speak?`,
    ),
    status(
      `Annual reviews: [I tried holding them on foot|I held them outside, walking]. {n:5-9} out of {m:9-12} told me things they would not have said in a room. Take notes on the way back, one forgets.`,
      `Good idea, though on the floor we do not get an hour outside. Twice round the site, perhaps.`,
      `And the ones who did not want to walk?`,
    ),
    status(
      `A mistake not to repeat: I announced a rota change by poster on a {day} evening. [Three people heard it from a colleague.|Two found out on arrival.] I apologised, and from now on I tell each person before anything goes on the wall, even if it takes the day.`,
      `We have all done it once. Thank you for telling it.`,
      `Here the poster only confirms what was said. Never the other way round.`,
    ),
    question(
      `Two good people have stopped talking to each other. What would you do?`,
      `A disagreement about holidays {n:3-8} weeks ago, and since then [they go through me for everything|each sends me messages rather than speak to the other]. The work is done, but the team feels it.`,
      `Stop carrying messages, first. I sat them down for half an hour; each repeats what the other said before answering. Awkward, and it works.`,
      `Check whether the holiday rule is clear. In my team the conflict was in the rule, not in the people.`,
    ),
    question(
      `How to hand over more without seeming to offload?`,
      `I would like the team to run {n:2-4} subjects (rota, workstation training, the board). [I was told "that is your job".|First reactions are lukewarm.]`,
      `Give the subject with the time for it, an hour a week in the rota. Without that it is offloading.`,
      `Start with what annoys them. For us it was the choice of stand-ins: they took it at once.`,
    ),
  ],
};
