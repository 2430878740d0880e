import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const packaging: Topic = {
  key: 'packaging', departments: ['supply', 'research', 'quality', 'safety'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['agree', 'insightful', 'congratulations'],
  tags: { fr: ['emballage', 'transport', 'déchets'], en: ['packaging', 'transport', 'waste'] },
  fr: [
    status(
      `Le nouvel emballage de la {domestic} se passe de polystyrène. Essais de chute passés à {n:60-90} cm, {m:3-4} angles sur quatre du premier coup. [Coût : {k:40-90} centimes de plus.|Surcoût de {k:40-90} centimes par machine.] Les installateurs n'auront plus de sac de billes à rapporter en déchetterie.`,
      `Et le quatrième angle ? [Vous avez renforcé ou changé la cale ?|C'est toujours le côté compresseur, non ?]`,
      `{installer} va être content, il nous en parlait à chaque visite.`,
    ),
    status(
      `Avaries de transport : {d:0.4-1.6} % des livraisons, contre {e:1.8-2.6} % il y a un an. [Ce qui a compté : la sangle croisée et la photo au chargement.|Deux gestes ont suffi : croiser la sangle, photographier au chargement.] Les litiges avec {carrier} se règlent maintenant en {n:3-8} jours.`,
      `La photo prend combien de temps au cariste ? [On craint le bouchon.|Chez nous on a essayé, c'est vite oublié.]`,
      `Belle baisse. Le service client la sent aussi.`,
    ),
    status(
      `Palettes consignées avec {supplier} : {n:420-960/20} rotations en six mois, {m:9-30} perdues. [Moins de bois à jeter, et un quai plus propre.|Le quai respire.] On étend à {supplier2} à partir de {day}.`,
      `Qui paie les perdues ? Le contrat n'est pas clair là-dessus.`,
      `Si vous cherchez un troisième, parlez-en avec {site}.`,
    ),
    question(
      `Film plastique ou coiffe carton pour le stockage dehors ?`,
      `Manque de place couverte à {mysite} pendant {n:4-8} semaines. [Les machines seraient sur le parc.|On parle d'une centaine de machines sur le parc.]`,
      `Coiffe et sangle, jamais le film seul : la condensation attaque les ailettes en {m:3-5} semaines. Il y a eu un précédent.`,
      `Un barnum loué revient moins cher que les deux. Demande le devis à la sécurité, ils en ont monté un l'an passé.`,
    ),
    question(
      `Peut-on réutiliser les coins en mousse des retours ?`,
      `Ils reviennent presque intacts, [nous en jetons {n:200-700/50} par mois|une benne par mois part au rebut]. Y a-t-il une objection de la qualité ?`,
      `Oui pour les expéditions entre sites, non pour les clients : la tenue après un premier choc n'est pas garantie.`,
      `On a fait un essai sur {m:20-40} coins usagés : une chute de moins avant rupture. Acceptable pour les pièces légères.`,
    ),
  ],
  en: [
    status(
      `The new {domestic} box does without polystyrene. Drop tests passed at {n:60-90} cm, {m:3-4} corners out of four at first go. [{k:40-90} cents dearer.|It costs {k:40-90} cents more per unit.] Installers will no longer carry bags of beads to the tip.`,
      `And the fourth corner? [Did you reinforce it or change the block?|Always the compressor side, is it not?]`,
      `{installer} will be pleased, they raised it each time we met.`,
    ),
    status(
      `Transport damage: {d:0.4-1.6}% of deliveries, from {e:1.8-2.6}% a year ago. [What counted: crossing the strap, and the photo at loading.|Two habits did it: cross the strap, take a photo at loading.] Claims with {carrier} are now settled in {n:3-8} days.`,
      `How long does the photo take the driver? [We fear a queue.|We tried it and people forgot.]`,
      `A fine drop. Customer service can feel it.`,
    ),
    status(
      `Returnable pallets with {supplier}: {n:420-960/20} trips in six months, {m:9-30} lost. [Less wood to throw away and a cleaner dock.|The dock breathes.] {supplier2} join from {day}.`,
      `Who pays for the lost ones? The contract is vague.`,
      `If you want a third, talk to {site}.`,
    ),
    question(
      `Film or cardboard hood for storage outside?`,
      `Not enough covered space in {mysite} for {n:4-8} weeks. [Units would stand in the yard.|About a hundred units would be in the yard.]`,
      `Hood and strap, never film alone: condensation attacks the fins within {m:3-5} weeks. It has happened.`,
      `A hired marquee is cheaper than both. Ask safety for the quote, they put one up last year.`,
    ),
    question(
      `May we reuse foam corners from returns?`,
      `They come back nearly intact, [we throw away {n:200-700/50} a month|a skip goes every month]. Would quality object?`,
      `Yes between sites, no to customers: performance after a first shock is not guaranteed.`,
      `We tested {m:20-40} used ones: one drop fewer before failure. Fine for light parts.`,
    ),
  ],
};
