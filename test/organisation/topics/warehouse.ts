import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const warehouse: Topic = {
  key: 'warehouse', departments: ['supply'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['thanks', 'agree', 'congratulations'],
  tags: { fr: ['entrepôt', 'expéditions', 'logistique'], en: ['warehouse', 'shipping', 'logistics'] },
  fr: [
    status(
      `{n:38-74} camions chargés cette semaine à {mysite}, {m:2-5} en retard. [Les retards viennent tous du même créneau : {day}, {time}.|Un seul créneau concentre les retards : {day} à {time}.] On y ajoute un quai en prenant sur la réception, qui respire à cette heure-là.`,
      `La réception respire, c'est vite dit. [Venez voir {day}.|Mais d'accord pour essayer.]`,
      `{carrier} propose de venir une heure plus tôt, ce serait plus simple.`,
    ),
    status(
      `Inventaire tournant : {n:98-99} % de justesse sur les pièces chères, {m:88-94} % sur la visserie. [On arrête de compter les vis, on les pèse.|La visserie sera pesée et non plus comptée.] Deux heures rendues chaque semaine au réapprovisionnement des lignes.`,
      `La balance est étalonnée ? C'est la question de l'auditeur.`,
      `Bonne décision, attendue depuis longtemps.`,
    ),
    status(
      `Les expéditions vers Manchester passent désormais avec une déclaration anticipée : [le camion de {day} a mis {n:35-80} minutes en douane au lieu d'une demi-journée|{n:35-80} minutes de douane {day}, contre une demi-journée avant]. Merci à la personne qui a relu {m:140-320/10} codes douaniers un par un.`,
      `Le planning de pose chez {installer} redevient tenable. Merci de Manchester.`,
      `Le fichier des codes est-il partagé avec le commerce ? Nos devis export en ont besoin.`,
    ),
    question(
      `Gerber les {collective} sur deux niveaux, c'est permis ?`,
      `L'allée {n:3-9} déborde. [L'emballage porte le pictogramme, mais les intérimaires doutent.|Deux avis contraires dans l'équipe.]`,
      `Non au-delà de 180 kg, même si le carton tient : c'est la palette qui lâche. Le pictogramme vaut pour la petite gamme.`,
      `Regarde la fiche logistique de la machine, ligne « gerbage ». Pour celle-ci : deux à l'arrêt, un seul en transport.`,
    ),
    question(
      `Quel transporteur pour une livraison avec hayon à {town} ?`,
      `Une machine de {n:140-220/10} kg, rue étroite, [créneau imposé par la mairie|livraison avant {time}]. {carrier} refuse.`,
      `{carrier2} a un petit porteur avec hayon dans ce secteur. Réserver {m:2-3} jours avant, et envoyer une photo de la rue.`,
      `Vois avec l'installateur : s'il a un chariot, un arrêt à l'angle suffit et tout le monde accepte.`,
    ),
    question(
      `Comment éviter les erreurs entre deux modèles presque identiques ?`,
      `{n:3-7} fois ce trimestre, une {domestic} est partie à la place d'une {domestic2}. [Même carton, étiquette à un chiffre près.|Les cartons sont jumeaux.]`,
      `Bande de couleur sur l'emballage, posée à l'usine. Le service conditionnement est d'accord, il faut juste choisir les couleurs.`,
      `Lecture obligatoire à la pose sur la fourche et non au quai. L'erreur se fait dans l'allée.`,
    ),
  ],
  en: [
    status(
      `{n:38-74} lorries loaded this week in {mysite}, {m:2-5} late. [All late ones share a slot: {day}, {time}.|One slot has all the delays: {day} at {time}.] We are adding a dock there, taken from goods-in, which is quiet then.`,
      `Quiet is one word for it. [Come and see on {day}.|Happy to try, though.]`,
      `{carrier} offer to come an hour earlier, which would be simpler.`,
    ),
    status(
      `Cycle counts: {n:98-99}% right on expensive parts, {m:88-94}% on screws. [We stop counting screws and weigh them.|Screws will be weighed, not counted.] Two hours a week go back to feeding the lines.`,
      `Is the scale calibrated? The auditor will ask.`,
      `Good decision, long awaited.`,
    ),
    status(
      `Shipments to the UK now go with an advance declaration: [{day}'s lorry spent {n:35-80} minutes in customs instead of half a day|{n:35-80} minutes in customs on {day}, against half a day before]. Thank you to whoever checked {m:140-320/10} commodity codes one by one.`,
      `The fitting schedule at {installer} makes sense again. Thanks from Manchester.`,
      `Does sales have the code file? Export quotes need it.`,
    ),
    question(
      `May the {collective} be stacked two high?`,
      `Aisle {n:3-9} is overflowing. [The box has the symbol, but agency staff have doubts.|Two opposite opinions in the team.]`,
      `Not above 180 kg, even if the box holds: the pallet gives way. The symbol is for the small range.`,
      `See the logistics sheet, "stacking" line. For this one: two standing still, one in transit.`,
    ),
    question(
      `Which carrier for a tail-lift delivery in {town}?`,
      `A unit of {n:140-220/10} kg, narrow street, [slot imposed by the council|before {time}]. {carrier} refuse.`,
      `{carrier2} run a small tail-lift lorry there. Book {m:2-3} days ahead and send a photo of the street.`,
      `Ask the installer: with a trolley of their own, a stop at the corner is enough and any carrier will do it.`,
    ),
    question(
      `How do you avoid mix-ups between two near-identical models?`,
      `{n:3-7} times this quarter a {domestic} left instead of a {domestic2}. [Same box, labels one digit apart.|The boxes are twins.]`,
      `A coloured strip put on at the factory. Packaging agree, somebody just has to pick the colours.`,
      `Make the scan compulsory when it goes on the forks, not at the dock. The mistake happens in the aisle.`,
    ),
  ],
};
