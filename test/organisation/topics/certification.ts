import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const certification: Topic = {
  key: 'certification', departments: ['research', 'quality', 'marketing'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['congratulations', 'insightful', 'thanks'],
  tags: { fr: ['certification', 'normes', 'étiquetage'], en: ['certification', 'standards', 'labelling'] },
  fr: [
    status(
      `Certificat obtenu pour la {product} : {n:3-6} tailles, SCOP de {d:4.2-5.1} en basse température. [Le dossier aura pris {m:14-30} semaines, dont la moitié à attendre un créneau de laboratoire.|{m:14-30} semaines de dossier.] Étiquettes et fiches produits sont à jour dans la base européenne.`,
      `Les commerciaux peuvent l'annoncer à partir de quand ? [J'ai trois devis en attente.|Plusieurs clients n'attendent que cela.]`,
      `Bravo, surtout pour la petite taille qui avait raté le premier essai.`,
    ),
    status(
      `La révision de la norme EN 14511 change la façon de compter la pompe. [Effet pour nous : {d:0.3-1.4} % de moins sur le papier, rien dans la réalité.|Nos valeurs déclarées perdent {d:0.3-1.4} %.] Liste des fiches à refaire avant {day} en huit : {n:18-46}.`,
      `Les concurrents perdent autant, j'imagine ?`,
      `On refait les notices en même temps, sinon on y passera deux fois.`,
    ),
    question(
      `Faut-il recertifier quand on change le {part} ?`,
      `Même modèle, autre fournisseur ({supplier}). [Performance identique au demi-pour-cent.|Les essais internes ne montrent aucun écart.]`,
      `Déclaration de modification, avec l'essai comparatif. Recertification seulement si la puissance bouge de plus de 2 %.`,
      `Et si la pièce touche la sécurité ou la CEM, l'organisme veut la voir. Compte {n:4-8} semaines.`,
    ),
    question(
      `Quelle valeur de bruit doit figurer sur la fiche ?`,
      `J'en trouve trois : [puissance, pression à un mètre, pression à cinq|notice, étiquette et site n'affichent pas la même]. Un client de {landlord} me demande laquelle croire.`,
      `La puissance acoustique de l'étiquette, toujours. Les pressions dépendent du lieu : on les donne avec la distance, ou pas du tout.`,
      `Le site affiche la pression à cinq mètres par habitude, la correction est demandée pour {day}.`,
    ),
  ],
  en: [
    status(
      `Certificate in hand for the {product}: {n:3-6} sizes, SCOP {d:4.2-5.1} at low temperature. [The file took {m:14-30} weeks, half of them waiting for a lab slot.|{m:14-30} weeks of paperwork.] Labels and product sheets are up to date in the European database.`,
      `When may sales announce it? [I have three quotes waiting.|Several customers are waiting for just this.]`,
      `Well done, above all for the small size that failed the first test.`,
    ),
    status(
      `The revision of EN 14511 changes how the pump is counted. [For us: {d:0.3-1.4}% less on paper, nothing in reality.|Our declared values lose {d:0.3-1.4}%.] {n:18-46} product sheets to redo by the end of next week.`,
      `Competitors lose as much, I suppose?`,
      `Let us redo the manuals at the same time rather than twice.`,
    ),
    question(
      `Do we have to recertify when the {part} changes?`,
      `Same model, another supplier ({supplier}). [Performance within half a per cent.|Internal tests show no difference.]`,
      `A change notice with the comparison test. Recertify only when capacity moves by more than 2%.`,
      `If it touches safety or EMC, the body wants to see it. Allow {n:4-8} weeks.`,
    ),
    question(
      `Which noise value belongs on the sheet?`,
      `I find three: [power, pressure at one metre, pressure at five|manual, label and website disagree]. {landlord} ask which to believe.`,
      `Sound power from the label, always. Pressures depend on the place: with the distance, or not at all.`,
      `The website shows pressure at five metres out of habit; a correction is due on {day}.`,
    ),
  ],
};
