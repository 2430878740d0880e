import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const warehouseMerger: Topic = {
  key: 'warehouse-merger', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['insightful', 'agree', 'support'],
  tags: { fr: ['confluence', 'étude'], en: ['confluence', 'study'] },
  fr: [
    status(
      `Scénario {n:2-4} : surface ramenée à {m:11-16} 500 m², {k:18-34} postes concernés par un changement de lieu, aucun supprimé. [L'hypothèse de transport reste fragile.|Le point faible est l'hypothèse de transport.] Version chiffrée pour {day}, diffusion limitée à cet espace.`,
      `Le coût social du trajet manque. Trente minutes de plus par jour, cela se chiffre.`,
      `L'hypothèse de loyer date de l'an dernier, je la mets à jour.`,
    ),
    status(
      `Visite du bâtiment de {day} : dalle correcte, {n:14-22} quais, sprinklers à refaire. [Le propriétaire partagerait les travaux.|Travaux partagés possibles avec le propriétaire.] Rien de signé, et rien à signer avant la consultation.`,
      `Hauteur utile ? À moins de dix mètres, le plan ne tient pas.`,
      `Accès en transport en commun : un bus par heure. À noter dans le dossier.`,
    ),
    question(
      `À quel moment informer les responsables d'équipe ?`,
      `Ils l'apprendront, [autant que ce soit par nous|les bruits commencent]. La consultation démarre dans {n:5-9} semaines.`,
      `Le même jour que les représentants du personnel, une heure après. Pas avant, c'est la loi et c'est plus sain.`,
      `Préparons dès maintenant leurs réponses : ce qu'ils pourront dire et ce qu'ils ne sauront pas encore.`,
    ),
    question(
      `Quelle durée de double exploitation retenir ?`,
      `Le modèle dit {n:6-8} semaines, [l'entrepôt dit le double|l'expérience de {site} dit quatorze].`,
      `Douze, avec un point d'arrêt à huit. Le coût de l'écart est moindre que celui d'une semaine sans expéditions.`,
      `Séparons pièces et machines : les pièces peuvent basculer en un week-end.`,
    ),
  ],
  en: [
    status(
      `Scenario {n:2-4}: floor space down to {m:11-16},500 m², {k:18-34} jobs would change place, none would go. [The transport assumption is still weak.|Weak point: the transport assumption.] Costed version on {day}, for this space only.`,
      `The human cost of the journey is missing. Half an hour a day has a price.`,
      `The rent is last year's, I am updating it.`,
    ),
    question(
      `How long should we run both warehouses?`,
      `The model says {n:6-8} weeks, [the warehouse says twice that|experience in {site} says fourteen].`,
      `Twelve, with a stop point at eight. The difference costs less than a week without shipments.`,
      `Separate parts from units: parts can move in a weekend.`,
    ),
  ],
};
