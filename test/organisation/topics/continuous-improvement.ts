import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const continuousImprovement: Topic = {
  key: 'continuous-improvement', departments: ['production', 'quality', 'supply'], companyWide: 2, questionsFrom: 'trade', isProgress: true,
  reactions: ['congratulations', 'agree', 'insightful', 'thanks'],
  tags: { fr: ['améliorationcontinue', 'chantier', '5s', 'atelier'], en: ['improvement', 'kaizen', '5s', 'shopfloor'] },
  fr: [
    status(
      `Chantier de trois jours au poste de câblage de {factory}. Avant : {n:14-22} mètres de marche par machine. Après : {m:4-8}. [Nous n'avons rien acheté, on a tourné l'établi et descendu les bobines.|Budget : une planche, douze équerres et un après-midi de l'outillage.] Les opérateurs ont gardé le plan à l'échelle, il est affiché.`,
      `Ce qui m'a plu : l'équipe de nuit a été consultée avant, pas après.`,
      `On refait la mesure dans un mois ? [C'est souvent là que ça revient.|J'aimerais savoir si ça tient.]`,
    ),
    status(
      `{n:46-120} idées déposées à l'atelier ce trimestre, {m:19-40} réalisées. [La plus petite : un aimant pour les vis du capot.|Ma préférée : un aimant qui retient les vis du capot.] La plus rentable : le retournement des bacs à condensats, {k:8-22} secondes par machine. Les idées refusées ont toutes reçu une réponse écrite, c'était l'engagement.`,
      `L'aimant est arrivé jusqu'à {mysite} par la photo. Adopté.`,
      `Peut-on savoir pourquoi les autres ont été refusées ? Sans les noms.`,
    ),
    status(
      `Changement de série {domestic} vers {collective} sur la {line} : {n:47-75} minutes il y a six mois, {m:18-28} ce matin. [Le film a plus servi que toutes les réunions.|On a filmé, regardé ensemble, et enlevé ce qui pouvait se faire machine en marche.] Reste le réglage de la pince, que trois personnes seulement savent faire.`,
      `Pour la pince, un repère gravé suffirait. [L'outillage peut le faire {day}.|Je demande à l'outillage.]`,
      `Vous seriez prêts à montrer le film à l'équipe de {site} ?`,
    ),
    status(
      `[Un chantier raté, pour changer.|Je partage aussi ce qui n'a pas marché.] Nous avions mis les petites pièces en bacs à double fond au poste {n:6-21}. Au bout de {m:3-5} semaines, plus personne ne s'en servait : trop hauts, et le bac vide ne se voyait pas. On revient à l'ancien rangement, avec une étiquette de couleur.`,
      `Merci. Nous allions acheter les mêmes bacs.`,
      `La hauteur, on se fait avoir à chaque fois. [Une maquette en carton d'abord.|Le carton coûte moins cher.]`,
    ),
    status(
      `Le magasin de {mysite} a retrouvé {n:18-60} m² en une semaine de tri. {m:3-9} palettes d'outillages sans plan ni propriétaire sont exposées dans l'allée C jusqu'à {day}. [Ce qui n'est pas réclamé part au recyclage.|Venez réclamer ce qui est à vous.]`,
      `Le gabarit bleu est à nous ! Je passe demain.`,
      `Pensez à photographier avant de jeter, on a regretté une fois.`,
    ),
    question(
      `Comment mesurez-vous le gain d'un chantier sans y passer plus de temps que le chantier ?`,
      `On me demande un retour sur investissement pour des améliorations à {n:80-300/10} €. [Le calcul coûte plus cher que l'idée.|Je passe une journée à justifier une planche.] Vous avez une méthode légère ?`,
      `Trois mesures avant, trois après, chronomètre en main, par la même personne. On ne convertit en euros qu'au-dessus de {k:1000-3000/500} €.`,
      `Nous avons un seuil : en dessous de 500 €, le chef d'équipe décide seul et personne ne calcule. Le contrôle de gestion était d'accord.`,
      `Compte les mètres et les gestes plutôt que les secondes. C'est plus facile à voir et les opérateurs y croient.`,
    ),
    question(
      `Un exemple de tableau d'équipe qui sert vraiment ?`,
      `Le nôtre a {n:14-30} indicateurs et [plus personne ne le regarde|la moitié ne sont plus à jour]. Je voudrais repartir de zéro avec l'équipe du matin.`,
      `À {mysite}, quatre cases : sécurité, qualité, délai, une irritation. La case « irritation » fait vivre les trois autres.`,
      `Écrit à la main, par l'équipe, à la fin du poste. [Le jour où on l'a imprimé, il est mort.|Imprimé, il ne vit plus.]`,
      `Garde ce qui déclenche une action dans la journée, le reste va dans le rapport mensuel. On est passés de {k:18-25} à cinq.`,
    ),
    question(
      `Standard de poste : photo ou dessin ?`,
      `Nos fiches ont des photos prises au téléphone, [illisibles en noir et blanc|qui vieillissent à chaque évolution de la machine]. Certains sites sont passés au dessin. Verdict ?`,
      `Dessin au trait pour le geste, photo pour l'aspect attendu. On met {m:25-50} minutes par fiche avec l'outil de la documentation.`,
      `Photo, mais cadrée toujours pareil et avec un fond uni. Le dessin est plus beau et plus long, donc jamais à jour.`,
    ),
  ],
  en: [
    status(
      `Three-day workshop at the wiring station in {factory}. Before: {n:14-22} metres of walking per unit. After: {m:4-8}. [We bought nothing, we turned the bench and lowered the reels.|Budget: a plank, twelve brackets and an afternoon of the toolroom.] The operators kept the scale plan, it is on the wall.`,
      `What I liked: the night shift was asked before, not after.`,
      `Will you measure again in a month? [That is when things slip back.|I would like to know if it holds.]`,
    ),
    status(
      `{n:46-120} ideas from the shop floor this quarter, {m:19-40} done. [The smallest: a magnet for the casing screws.|My favourite: a magnet that holds the casing screws.] The best payback: turning the condensate trays round, {k:8-22} seconds per unit. Every refused idea got a written answer, as promised.`,
      `The magnet reached {mysite} through the photo. Adopted.`,
      `May we know why the others were refused? Without names.`,
    ),
    status(
      `Changeover from {domestic} to {collective} on {line}: {n:47-75} minutes six months ago, {m:18-28} this morning. [The film did more than all the meetings.|We filmed it, watched it together, and took out all that could be done while running.] What is left is the gripper setting, which only three people can do.`,
      `For the gripper, an engraved mark would be enough. [The toolroom can do it on {day}.|I am asking the toolroom.]`,
      `Would you show the film to the team in {site}?`,
    ),
    status(
      `[A workshop that failed, for once.|Sharing what did not work too.] We put small parts in two-bin boxes at station {n:6-21}. After {m:3-5} weeks nobody used them: too high, and an empty bin did not show. We are back to the old racks with a coloured label.`,
      `Thank you. We were about to buy the same boxes.`,
      `Height catches us every time. [A cardboard model first.|Cardboard is cheaper.]`,
    ),
    status(
      `The {mysite} store won back {n:18-60} m² in a week of sorting. {m:3-9} pallets of tooling with no drawing and no owner are in aisle C until {day}. [Whatever is not claimed goes to recycling.|Come and claim what is yours.]`,
      `The blue jig is ours! I will be there tomorrow.`,
      `Take photos before throwing away, we were sorry once.`,
    ),
    question(
      `How do you measure the gain without spending more than the improvement?`,
      `I am asked for a payback on improvements worth €{n:80-300/10}. [The sum costs more than the idea.|I spend a day justifying a plank.] Does anyone have a light method?`,
      `Three measurements before, three after, with a stopwatch, by the same person. We only turn it into euros above €{k:1000-3000/500}.`,
      `We have a threshold: below €500 the team leader decides and nobody calculates. Finance agreed to it.`,
      `Count metres and movements rather than seconds. Easier to see, and operators believe it.`,
    ),
    question(
      `Any example of a team board that is really used?`,
      `Ours has {n:14-30} indicators and [nobody looks at it|half are out of date]. I want to start again with the morning shift.`,
      `Four boxes in {mysite}: safety, quality, delivery, one irritation. The irritation keeps the other three alive.`,
      `Handwritten, by the team, at the end of the shift. [The day we printed it, it died.|Printed boards die.]`,
      `Keep what triggers something within the day, the rest belongs in the monthly report. We went from {k:18-25} to five.`,
    ),
    question(
      `Work instructions: photo or drawing?`,
      `Ours have phone pictures [you cannot read in black and white|which age with each change of the unit]. Some sites went for drawings. What do you think?`,
      `Line drawing for the movement, photo for the expected look. It takes {m:25-50} minutes per sheet with the documentation tool.`,
      `Photos, but always framed the same way on a plain background. Drawings are prettier and slower, so never up to date.`,
    ),
  ],
};
