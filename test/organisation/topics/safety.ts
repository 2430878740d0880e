import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const safety: Topic = {
  key: 'safety', departments: ['safety', 'production', 'supply'], companyWide: 2, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'agree', 'support', 'insightful'],
  tags: { fr: ['sécurité', 'presquaccident', 'prévention'], en: ['safety', 'nearmiss', 'prevention'] },
  fr: [
    status(
      `Presqu'accident {day} à {factory}, allée {n:2-9} : un panneau de {m:18-32} kg a glissé d'un chariot à hauteur d'homme. [Personne dessous, par chance.|Une personne venait de passer.] La ridelle manquait depuis des semaines. Tous les chariots sans ridelle sont retirés ce matin ; s'il vous en manque un, appelez le {c:4100-4990}.`,
      `Deux retirés chez nous. On tient avec des transpalettes jusqu'à {day}.`,
      `Merci de l'avoir signalé. La fiche était complète et a permis d'agir le jour même.`,
    ),
    status(
      `{n:140-420} jours sans accident avec arrêt à {mysite}. [Le chiffre m'intéresse moins que celui des signalements : {m:31-74} ce mois-ci, contre {k:9-18}.|Et surtout {m:31-74} signalements dans le mois, contre {k:9-18} avant.] On ne signale pas plus parce que c'est plus dangereux, mais parce que les réponses arrivent.`,
      `Exact. La mienne est arrivée en deux jours, avec une photo de la réparation.`,
      `Attention à ne pas faire du nombre de jours un trophée, on finirait par cacher.`,
    ),
    status(
      `Exercice d'évacuation de {mysite} : {n:3-6} minutes {m:10-55}, tout le monde dehors sauf [une réunion qui pensait que l'alarme était un essai|deux personnes en cabine acoustique, qui n'ont rien entendu]. Un flash lumineux sera posé. Merci aux {k:14-28} guides.`,
      `Le point de rassemblement était encombré par des vélos et un camion.`,
      `Et les personnes à mobilité réduite du deuxième étage ? La chaise n'était pas à sa place.`,
    ),
    question(
      `Gants pour le câblage : lesquels laissent assez de toucher ?`,
      `Les gants actuels protègent, mais [on les enlève pour les cosses de 2,8 mm|personne ne les garde pour les petites cosses]. {n:4-7} coupures ce trimestre à la {line}.`,
      `Modèle fin, niveau C, enduit au bout des doigts seulement. Essayés {m:3-5} semaines à {site}, gardés par presque tous.`,
      `Change l'outil avant le gant : un dénude-fil à butée a supprimé la moitié des coupures chez nous.`,
    ),
    question(
      `Permis de feu pour un décapeur thermique ?`,
      `Travaux sur une gaine à {mysite}, [pas de flamme, mais 600 °C au bout|l'entreprise dit que ce n'est pas nécessaire].`,
      `Oui, sans discussion : point chaud, donc permis et surveillance deux heures après. L'absence de flamme ne change rien.`,
      `Et vérifie ce qu'il y a de l'autre côté de la cloison. C'est toujours là que ça prend.`,
    ),
    question(
      `Qui relève les compteurs de la zone ATEX pendant les congés ?`,
      `Deux personnes formées, [absentes la même semaine|en congé toutes les deux]. La ronde est quotidienne.`,
      `L'astreinte maintenance est habilitée depuis le mois dernier. Le planning est affiché à l'entrée de la zone.`,
      `On peut accueillir une personne de plus à la session de {day}, une demi-journée.`,
    ),
  ],
  en: [
    status(
      `Near miss on {day} in {factory}, aisle {n:2-9}: a {m:18-32} kg panel slid off a trolley at head height. [Nobody underneath, luckily.|Somebody had just walked past.] The side rail had been missing for weeks. All trolleys without one were taken out this morning; if you are short, call {c:4100-4990}.`,
      `Two of ours are gone. We manage with pallet trucks until {day}.`,
      `Thank you for reporting it. The form was complete and led to action the same day.`,
    ),
    status(
      `{n:140-420} days without a lost-time accident in {mysite}. [That number interests me less than reports: {m:31-74} this month, from {k:9-18}.|Better still, {m:31-74} reports this month, from {k:9-18}.] People do not report more because it is more dangerous, but because answers come.`,
      `True. Mine came within two days, with a photo of the repair.`,
      `Let us not make a trophy of the days, or people will hide things.`,
    ),
    status(
      `Evacuation drill in {mysite}: {n:3-6} minutes {m:10-55}, everybody out except [a meeting that took the alarm for a test|two people in the acoustic booth, who heard nothing]. A flashing light is on order. Thanks to the {k:14-28} wardens.`,
      `The assembly point was full of bicycles and one lorry.`,
      `What about people with reduced mobility on the second floor? The chair was not where it should be.`,
    ),
    question(
      `Gloves for wiring: which ones leave enough feel?`,
      `The present ones protect, but [come off for 2.8 mm terminals|nobody keeps them on for small terminals]. {n:4-7} cuts this quarter on {line}.`,
      `A thin level C, coated at the fingertips only. Tried for {m:3-5} weeks in {site}, nearly everyone kept them.`,
      `Change the tool first: a wire stripper with a stop halved our cuts.`,
    ),
    question(
      `Hot work permit for a heat gun?`,
      `Work on a duct in {mysite}, [no flame, but 600 °C at the nozzle|the contractor says it is not needed].`,
      `Yes, no discussion: hot spot, so a permit and two hours of watch afterwards. No flame changes nothing.`,
      `And look behind the partition. That is always where it starts.`,
    ),
    question(
      `Who reads the ATEX zone meters during holidays?`,
      `Two trained people, [away the same week|both on leave]. The round is daily.`,
      `Maintenance on call has been authorised since last month. The rota hangs at the entrance.`,
      `There is one place left in {day}'s session, half a day.`,
    ),
  ],
};
