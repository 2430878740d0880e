import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const linePerformance: Topic = {
  key: 'line-performance', departments: ['production'], companyWide: 2, questionsFrom: 'trade', isProgress: true,
  reactions: ['congratulations', 'thanks', 'agree', 'support'],
  tags: { fr: ['production', 'ligne', 'cadence'], en: ['production', 'line', 'output'] },
  fr: [
    status(
      `{n:164-238} machines sorties {day} sur la {line} de {factory}, [le meilleur jour depuis le démarrage|un record pour l'équipe de l'après-midi]. Pas de coup de collier : aucune panne, et les pièces étaient là. [C'est ce que donne la ligne quand on ne l'embête pas.|Voilà à quoi ressemble une journée normale.]`,
      `Bravo. Et zéro retouche au contrôle final, c'est ce que je retiens.`,
      `La logistique a vu passer la différence : les quais étaient pleins à {time}.`,
    ),
    status(
      `Rendement de la {line} : {n:71-79} % en moyenne sur le mois, {m:82-88} % la dernière semaine. [Les micro-arrêts du convoyeur pesaient plus que les pannes.|Ce sont les arrêts de moins d'une minute qui nous coûtaient.] Le capteur a été déplacé de {k:4-12} cm.`,
      `Douze centimètres ou quatre, il fallait passer une journée à regarder. Bien joué.`,
      `Les mêmes micro-arrêts existent à {site}, on vient voir {day}.`,
    ),
    status(
      `Démarrage de la {product} en série sur la {line}. Première semaine : {n:22-64} machines par jour pour un objectif de {m:80-110}. [C'est normal, c'était prévu, et les difficultés sont connues|Rien d'anormal] : l'approche du {part} et le passage du faisceau. Le bureau d'études est dans l'atelier jusqu'à {day}.`,
      `Avoir un concepteur à côté du poste change tout. [Le faisceau a été raccourci en deux heures.|Réponse en dix minutes au lieu d'une semaine.]`,
      `Merci à l'équipe qui forme et produit en même temps.`,
    ),
    status(
      `Nouvel équilibrage de la {line} : onze postes au lieu de douze, même cadence, et la personne libérée devient polyvalente. [Nous l'avons construit avec les opérateurs, chronomètre posé sur la table.|Construit avec celles et ceux qui y travaillent.] Le poste {n:4-10} reste trop chargé de {m:5-12} secondes, on le sait.`,
      `Pour le poste chargé, la pose des étiquettes peut remonter d'un cran.`,
      `Que devient le poste supprimé côté ergonomie ? C'était le plus pénible.`,
    ),
    question(
      `Comment comptez-vous les arrêts de moins d'une minute ?`,
      `Notre suivi ne les voit pas, pourtant j'ai la conviction qu'ils nous coûtent {n:4-9} % sur la {line}. [Un automate de plus ?|Faut-il un logiciel ?]`,
      `Une feuille et des bâtons pendant deux jours, par l'opérateur du poste. Ensuite seulement on équipe l'endroit qui le mérite.`,
      `La cellule de sortie suffit : si l'écart entre deux machines dépasse {m:80-130} secondes, c'est un arrêt. Trois lignes dans l'automate.`,
    ),
    question(
      `Qui a déjà fait tourner deux modèles en mélange sur une même ligne ?`,
      `On voudrait passer {domestic} et {domestic2} l'une derrière l'autre au lieu de lots de {n:40-90/10}. [La crainte : les erreurs de visserie.|Les opérateurs craignent les mélanges de pièces.]`,
      `Nous, à {mysite}, depuis un an. Le chariot de pièces suit la machine, préparé au magasin : zéro mélange, mais il faut [une ou deux|deux] personnes de plus à la préparation.`,
      `Commencez à deux contre un, jamais un contre un. Et la même visserie partout, quitte à payer un peu plus cher la petite.`,
      `Un voyant par casier, c'est {k:2000-5000/500} € par poste et ça règle l'essentiel. On vous montre quand vous voulez.`,
    ),
    question(
      `Objectif du jour : affiché en machines ou en heures ?`,
      `L'équipe de la {line} trouve le nombre de machines trompeur quand le mélange change. [Une {collective} vaut presque trois {domestic}.|Le temps varie du simple au triple selon le modèle.]`,
      `En minutes produites, avec la machine la plus simple comme unité. Il faut une semaine pour s'y faire, après plus personne ne revient en arrière.`,
      `Machines pour l'équipe, heures pour le pilotage. Deux chiffres, deux publics.`,
    ),
  ],
  en: [
    status(
      `{n:164-238} units off {line} in {factory} on {day}, [the best day since we started|a record for the afternoon shift]. No heroics: no breakdown, and the parts were there. [That is what the line does when left alone.|This is what a normal day looks like.]`,
      `Well done. And no rework at final inspection, which is what I remember.`,
      `Logistics noticed: the docks were full by {time}.`,
    ),
    status(
      `Efficiency of {line}: {n:71-79}% on average this month, {m:82-88}% last week. [Short stops on the conveyor weighed more than breakdowns.|Stops of under a minute were what cost us.] The sensor moved by {k:4-12} cm.`,
      `However few centimetres, somebody had to stand there and watch. Nicely done.`,
      `We have the same short stops in {site}, we are coming to see on {day}.`,
    ),
    status(
      `The {product} has started on {line}. First week: {n:22-64} units a day for a target of {m:80-110}. [Expected, and the difficulties are known|Nothing abnormal]: bringing the {part} in and routing the harness. The design office stays in the workshop until {day}.`,
      `A designer beside the station changes everything. [The harness was shortened in two hours.|Ten minutes for an answer instead of a week.]`,
      `Thank you to those who train and build at the same time.`,
    ),
    status(
      `New balance on {line}: eleven stations instead of twelve, same rate, and the twelfth person becomes a floater. [Built with the operators, stopwatch on the table.|Built with the people who work there.] Station {n:4-10} is still {m:5-12} seconds too long, we know.`,
      `For the long one, labelling could move up a station.`,
      `What about ergonomics at the one you removed? It was the hardest.`,
    ),
    question(
      `How do you count stops of under a minute?`,
      `Our tracking misses them, yet I am sure they cost {n:4-9}% on {line}. [Another controller?|Do we need software?]`,
      `Tally marks on paper for two days, by the operator. Only then equip the spot that deserves it.`,
      `The exit sensor is enough: a gap of more than {m:80-130} seconds between two units is a stop. Three lines in the controller.`,
    ),
    question(
      `Has anyone run two models mixed on one line?`,
      `We would like {domestic} and {domestic2} one after the other rather than batches of {n:40-90/10}. [The fear is mixing up screws.|Operators fear wrong parts.]`,
      `We have, in {mysite}, for a year. The kit trolley follows the unit, made up in the store: no mix-up, but [one or two|two] more people picking.`,
      `Start at two to one, never one to one. And the same screws everywhere, even if the small model costs a little more.`,
      `A light per bin is €{k:2000-5000/500} a station and solves most of it. Come and see.`,
    ),
    question(
      `Daily target: in units or in hours?`,
      `The {line} team finds the number of units misleading when the mix changes. [One {collective} is worth almost three {domestic}.|Work content varies threefold with the model.]`,
      `In minutes produced, the simplest unit being the measure. It takes a week to get used to, then nobody goes back.`,
      `Units for the team, hours for planning. Two figures, two readers.`,
    ),
  ],
};
