import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const roadmap: Topic = {
  key: 'roadmap', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['agree', 'insightful', 'support'],
  tags: { fr: ['gamme', 'arbitrage'], en: ['range', 'decisions'] },
  fr: [
    status(
      `Arbitrage de {day} : la {product} est prolongée de {n:12-18} mois, la {product2} s'arrête à la fin du stock. [Motif : {m:3-7} % des ventes et {k:14-24} % des réclamations.|Elle pesait {m:3-7} % des ventes pour {k:14-24} % des réclamations.] Le commerce prépare la liste des clients à prévenir.`,
      `Pièces détachées garanties dix ans : il faut commander la dernière série avant de fermer l'outil.`,
      `La liste est prête, {l:40-120/10} noms. On attend le feu vert.`,
    ),
    status(
      `Lancement de la gamme collective décalé de {n:4-9} semaines. [La certification tient, c'est l'outillage qui glisse.|En cause : l'outillage, pas la certification.] Le salon reste la date d'annonce, avec livraison annoncée honnêtement.`,
      `Merci pour « honnêtement ». La dernière fois nous l'avons payé un an.`,
      `L'effet sur le budget est neutre si la série démarre avant la fin du trimestre suivant.`,
    ),
    question(
      `Faut-il une couleur sombre sur la {domestic} ?`,
      `Demande de {n:3-6} grands comptes, [surcoût de {m:18-34} €|une référence de plus à gérer]. Le marketing y croit.`,
      `Échauffement au soleil mesuré : trois degrés de plus sur la carte. Tenable, mais la garantie doit le savoir.`,
      `Non pour l'instant : chaque teinte double le stock de panneaux. Rediscutons quand l'atelier peinture aura changé.`,
    ),
    question(
      `Quel volume minimal pour garder un modèle ?`,
      `La {product} tombe à {n:180-420/20} machines par an. [Elle plaît à {landlord}.|Quelques clients fidèles y tiennent.]`,
      `En dessous de 300, on perd de l'argent à chaque changement de série. Au-dessus, c'est une décision commerciale.`,
      `Deux lots par an, annoncés d'avance. C'est le compromis que nous avions trouvé pour le précédent.`,
    ),
  ],
  en: [
    status(
      `{day}'s decision: the {product} gets {n:12-18} more months, the {product2} stops when stock runs out. [Reason: {m:3-7}% of sales, {k:14-24}% of complaints.|It made {m:3-7}% of sales and {k:14-24}% of complaints.] Sales are listing the customers to warn.`,
      `Parts are guaranteed for ten years: order the last run before the tool closes.`,
      `List ready, {l:40-120/10} names. Waiting for the go-ahead.`,
    ),
    status(
      `The collective range slips by {n:4-9} weeks. [Certification holds, tooling slips.|Tooling is the cause, not certification.] It will still be announced at the trade show, with honest delivery dates.`,
      `Thank you for "honest". Last time it cost us a year.`,
      `No effect on the budget if production starts before the end of the following quarter.`,
    ),
    question(
      `Do we need a dark finish for the {domestic}?`,
      `Asked for by {n:3-6} key accounts, [€{m:18-34} dearer|one more reference to manage]. Marketing believe in it.`,
      `Measured in the sun: three degrees more on the board. Acceptable, but warranty must know.`,
      `Not now: each colour doubles panel stock. Ask again when the paint shop has changed.`,
    ),
    question(
      `Minimum volume to keep a model?`,
      `The {product} is down to {n:180-420/20} units a year. [{landlord} like it.|A few loyal customers hold on to it.]`,
      `Below 300 each changeover loses money. Above, it is a sales decision.`,
      `Two runs a year, announced. That was the compromise for the previous one.`,
    ),
  ],
};
