import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const suppliers: Topic = {
  key: 'suppliers', departments: ['purchasing', 'quality', 'supply'], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['insightful', 'thanks', 'agree'],
  tags: { fr: ['achats', 'fournisseurs', 'cuivre'], en: ['purchasing', 'suppliers', 'copper'] },
  fr: [
    status(
      `Visite chez {supplier} {day}. Carnet plein jusqu'au trimestre prochain, une troisième équipe en cours de recrutement. [Le délai de {n:9-16} semaines est sincère, ils nous ont ouvert leur planning.|Ils nous ont montré le vrai planning : {n:9-16} semaines.] En échange d'une prévision à six mois, ils réservent de la capacité.`,
      `On leur donne la prévision ou l'engagement ? Ce n'est pas le même document.`,
      `Côté qualité, rien à dire sur eux depuis un an.`,
    ),
    status(
      `Cuivre : {d:2.1-4.8} % de hausse sur le mois. Nos contrats couvrent {n:60-80} % du besoin jusqu'à la fin du trimestre. [Pas de panique, mais on ne couvre pas au-delà.|Au-delà, nous sommes exposés.] La proposition de couverture part au comité de {day}.`,
      `L'équivalent par machine, c'est combien ? [Les commerciaux vont demander.|Un ordre de grandeur suffit.]`,
      `Les tubes plus minces validés par le laboratoire réduisent l'exposition d'un dixième.`,
    ),
    status(
      `{supplier} annonce l'arrêt du composant {c:2200-8900} avec {n:4-9} mois de préavis. [Dernière commande possible avant {day} en quinze.|Il faut fixer la dernière commande sous quinze jours.] Trois remplaçants à l'étude, aucun compatible broche à broche.`,
      `Besoin estimé jusqu'à la nouvelle carte : {m:6-14} 000 pièces. On vérifie.`,
      `L'électronique préfère le deuxième, à condition de refaire les essais CEM.`,
    ),
    question(
      `Double source sur le {part} : qui l'a déjà menée jusqu'au bout ?`,
      `Nous dépendons de {supplier} à {n:85-100} %. [La qualification d'un second a échoué deux fois.|Deux tentatives ont calé aux essais.] Comment convaincre la conception ?`,
      `Avec un prix d'arrêt de ligne. On a chiffré dix jours de rupture, la discussion a changé de ton.`,
      `Commence par un modèle à faible volume : même essai, moins de risque, et on apprend à travailler avec eux.`,
    ),
    question(
      `Pénalités de retard : vous les appliquez ?`,
      `{supplier} a {n:3-7} semaines de retard. [Le contrat prévoit 1 % par semaine.|La clause existe.] J'hésite à abîmer la relation.`,
      `On les calcule toujours et on les échange contre quelque chose : un stock de sécurité chez eux, la plupart du temps.`,
      `Une fois annoncées à froid, elles n'abîment rien. Ce qui abîme, c'est de les sortir sous la colère.`,
    ),
  ],
  en: [
    status(
      `Visited {supplier} on {day}. Full order book until next quarter, a third shift being hired. [Their {n:9-16}-week lead time is honest, they opened the schedule for us.|They showed us the real schedule: {n:9-16} weeks.] They will reserve capacity against a six-month forecast.`,
      `Do we give a forecast or a commitment? Not the same document.`,
      `From a quality standpoint, nothing to say about them for a year.`,
    ),
    status(
      `Copper: up {d:2.1-4.8}% over the month. Our contracts cover {n:60-80}% of needs until quarter end. [No panic, but nothing beyond that.|Beyond that, we are exposed.] The hedging proposal goes to committee on {day}.`,
      `What does it mean per unit? [Sales will ask.|An order of magnitude will do.]`,
      `The thinner tubes the lab approved cut exposure by a tenth.`,
    ),
    status(
      `{supplier} will stop component {c:2200-8900} with {n:4-9} months' notice. [The last order must be in within a fortnight.|We have two weeks to fix the last order.] Three replacements on the table, none pin-compatible.`,
      `Need until the new board: about {m:6-14},000 pieces. Being checked.`,
      `Electronics prefer the second one, provided EMC tests are run again.`,
    ),
    status(
      `{supplier}'s scorecard after two quarters: on-time {n:88-97}%, {m:120-640/20} parts per million, one line stop. [They asked to see how it is calculated, so we sat down together.|We went through the calculation with them line by line.] Two of our own late orders were counted against them. Removed, with an apology.`,
      `Showing the sums is the best supplier development there is.`,
      `The line stop was ours too in part, the drawing revision reached them late.`,
    ),
    question(
      `Second source for the {part}: has anyone seen it through?`,
      `We depend on {supplier} for {n:85-100}%. [Qualifying another one failed twice.|Two attempts stalled in testing.] How do you convince design?`,
      `With the price of a line stop. We costed ten days without parts and the tone changed.`,
      `Start with a low-volume model: same test, less risk, and you learn to work together.`,
    ),
    question(
      `Late delivery penalties: do you apply them?`,
      `{supplier} are {n:3-7} weeks late. [The contract says 1% a week.|There is a clause.] I would rather not harm the relationship.`,
      `We always work them out and trade them for something: safety stock on their side, mostly.`,
      `Announced calmly they harm nothing. Brandishing them in anger does.`,
    ),
    question(
      `How far down the chain do you ask for a risk map?`,
      `Their supplier's supplier had a fire and [we found out from the press|we read it in the news]. {n:14-40} of our references were affected.`,
      `Two levels down for single-source parts, none for the rest. Otherwise you collect forms nobody reads.`,
      `Ask them once a year which single machine would stop us if it burnt. They know at once.`,
    ),
  ],
};
