import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const shortages: Topic = {
  key: 'shortages', departments: ['supply', 'purchasing'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['support', 'thanks', 'agree'],
  tags: { fr: ['ruptures', 'approvisionnement', 'planning'], en: ['shortages', 'planning', 'supply'] },
  fr: [
    status(
      `Point manquants de {day} : {n:5-14} références, dont {m:2-3} bloquantes. Le {part} de {supplier} arrive par avion à {time}, [la {line} tourne sur d'autres modèles en attendant|on a inversé deux lots sur la {line}]. Les dates promises aux clients ne bougent pas.`,
      `Merci de dire tout de suite que les dates ne bougent pas, c'est la seule chose que je voulais savoir.`,
      `Coût de l'avion ? On le garde en tête pour la négociation.`,
    ),
    status(
      `Le stock de sécurité du {part} est recalculé sur le vrai délai ({n:8-15} semaines) et non sur celui du contrat ({m:4-6}). [C'est plus cher de {k:12-48} 000 € et moins cher qu'un jour d'arrêt.|Surcoût de {k:12-48} 000 €, à comparer à un seul jour d'arrêt.]`,
      `Il en reste combien de références calculées sur le délai du contrat ?`,
      `Validé côté finance, à condition de revoir dans six mois.`,
    ),
    status(
      `[La prévision de la {domestic} était trop haute de {n:15-30} %.|Nous avons surestimé la {domestic} de {n:15-30} %.] Ce n'est la faute de personne : la prime régionale a pris fin plus tôt. On décale {m:200-600/50} ensembles vers la {collective}, qui en manque.`,
      `Les deux partagent le même condenseur depuis la révision, c'est ce qui nous sauve.`,
      `Peut-on avoir l'information sur les primes en même temps que les commerciaux ?`,
    ),
    question(
      `Comment choisir qui servir quand il n'y en a pas pour tous ?`,
      `{n:60-140/10} machines disponibles, {m:150-260/10} commandées. [Chaque commercial m'appelle pour son client.|Je reçois un appel toutes les dix minutes.] Avez-vous une règle ?`,
      `Date de commande d'abord, puis chantiers sans autre chauffage. Écrite, publiée, et aucune exception sans la signature du directeur commercial.`,
      `On livre tout le monde en partie pour les lots, et rien en partie pour les particuliers : une demi-machine ne chauffe pas.`,
    ),
    question(
      `Fiabilité des délais affichés par les fournisseurs dans le portail ?`,
      `Les dates de {supplier} bougent {n:2-4} fois par semaine. [Je ne sais plus laquelle croire.|Le planning en devient illisible.]`,
      `La première date confirmée plus l'écart moyen des six derniers mois. Un tableur suffit, {mention} en a un.`,
      `Appelle le service expéditions et non le commercial. Ils savent ce qui est emballé.`,
    ),
  ],
  en: [
    status(
      `Missing parts on {day}: {n:5-14} references, {m:2-3} of them blocking. The {part} from {supplier} lands at {time}, [{line} runs other models in the meantime|we swapped two batches on {line}]. Dates promised to customers do not move.`,
      `Thank you for saying at once that dates hold, it is all I wanted to know.`,
      `What did the air freight cost? For the negotiation.`,
    ),
    status(
      `Safety stock for the {part} now follows the real lead time ({n:8-15} weeks) and not the contract ({m:4-6}). [€{k:12-48},000 dearer, and cheaper than one day's stop.|It costs €{k:12-48},000; one day's stop costs more.]`,
      `How many references still follow the contract?`,
      `Finance agree, with a review in six months.`,
    ),
    status(
      `[The {domestic} forecast was {n:15-30}% too high.|We overestimated the {domestic} by {n:15-30}%.] Nobody's fault: the regional grant ended early. We are moving {m:200-600/50} sets to the {collective}, which needs them.`,
      `They share the condenser since the last revision, that is what saves us.`,
      `Could we hear about grants at the same time as sales do?`,
    ),
    question(
      `Who gets served when there is not enough for all?`,
      `{n:60-140/10} units available, {m:150-260/10} ordered. [Every sales rep calls for their customer.|I get a call every ten minutes.] Do you have a rule?`,
      `Order date first, then sites with no other heating. Written, published, and no exception without the sales director's signature.`,
      `Part deliveries for estates, never for private houses: half a heat pump heats nothing.`,
    ),
    question(
      `Can we trust the dates on the supplier portal?`,
      `{supplier}'s dates move {n:2-4} times a week. [I no longer know which one to believe.|The plan has become unreadable.]`,
      `First confirmed date plus the average slip of the last six months. A spreadsheet does it, {mention} has one.`,
      `Call their dispatch, not their sales. Dispatch knows what is boxed.`,
    ),
  ],
};
