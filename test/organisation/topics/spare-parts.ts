import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const spareParts: Topic = {
  key: 'spare-parts', departments: ['service', 'supply'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'agree', 'insightful'],
  tags: { fr: ['piècesdétachées', 'sav', 'stock'], en: ['spareparts', 'service', 'stock'] },
  fr: [
    status(
      `Le {part} de la {product} (référence {c:31000-48900}) est remplacé par la référence {c2:50100-59900}. Mêmes fixations, faisceau adaptateur fourni. [L'ancien stock de {n:40-190/10} pièces reste utilisable.|Il reste {n:40-190/10} pièces de l'ancienne, à utiliser d'abord.]`,
      `L'adaptateur est dans la boîte ou à commander à part ? [Les techniciens vont me le demander.|C'est la première question qu'on va nous poser.]`,
      `Mise à jour faite dans Pilote, la correspondance s'affiche depuis {time}.`,
    ),
    status(
      `Taux de service des pièces à {mysite} : {n:93-97} % sous 24 heures. [Les {m:3-6} % restants tiennent à onze références, toutes de {supplier}.|Onze références expliquent presque tous les retards.] Nous doublons leur stock jusqu'à ce que le délai redescende.`,
      `Onze références, c'est une liste qu'on peut afficher au comptoir. Merci.`,
      `Le doublement est-il financé ? Les achats n'ont rien vu passer.`,
    ),
    status(
      `Nous reprenons les pièces inutilisées, emballées ou non, jusqu'à {day}. Les véhicules des techniciens contiennent pour {n:18-44} 000 € de pièces que plus personne ne compte. [L'idée n'est pas de surveiller, c'est de rendre au stock ce qui manque ailleurs.|But : remettre en circulation ce qui dort.]`,
      `Dans le mien il y a deux circulateurs depuis un an, je les ramène.`,
      `On garde une dotation de base ? Sans elle, on refait deux passages.`,
    ),
    question(
      `Équivalence pour le {part} d'une machine de {c:2009-2014} ?`,
      `Client fidèle de {town}, machine d'origine, [la référence n'existe plus|référence supprimée du catalogue]. Il refuse de changer toute la machine pour une pièce.`,
      `Appelle l'atelier de {site} : ils reconditionnent les anciens modèles, {m:2-4} semaines, garantie six mois.`,
      `La pièce actuelle se monte avec deux entretoises. Le bulletin {c:140-290} donne les cotes. Il faut refaire le réglage de débit.`,
    ),
    question(
      `Peut-on livrer une pièce directement chez le particulier ?`,
      `{installer} me le demande pour gagner une journée. [La procédure ne connaît que les comptes professionnels.|L'outil n'accepte que l'adresse du compte.]`,
      `Oui si l'installateur reste le destinataire facturé : case « adresse de chantier ». Pas pour les pièces du circuit frigorifique.`,
      `Attention à la réception : sans personne pour signer, le transporteur repart. Mets toujours un téléphone.`,
    ),
    question(
      `Combien de temps garde-t-on les pièces après l'arrêt d'un modèle ?`,
      `Un bailleur, {landlord}, veut un engagement écrit. [J'ai entendu dix ans, puis douze.|On me cite dix ou quinze ans selon les jours.]`,
      `Dix ans après la dernière machine fabriquée, c'est écrit dans les conditions générales, article {n:9-14}. Quinze ans pour les cartes du collectif.`,
      `Dix ans, et ensuite selon stock. Ne promets pas plus sans l'accord de la direction du service.`,
    ),
  ],
  en: [
    status(
      `The {part} of the {product} (reference {c:31000-48900}) is replaced by {c2:50100-59900}. Same fixings, adapter harness in the box. [The old stock of {n:40-190/10} can still be used.|{n:40-190/10} of the old ones remain, use them first.]`,
      `Is the adapter in the box or ordered apart? [Technicians will ask.|First question we will get.]`,
      `Updated in Pilote, the cross-reference shows since {time}.`,
    ),
    status(
      `Spare parts service level in {mysite}: {n:93-97}% within 24 hours. [The other {m:3-6}% come down to eleven references, all from {supplier}.|Eleven references explain nearly all delays.] We are doubling their stock until lead times drop.`,
      `Eleven references is a list we can put on the counter. Thank you.`,
      `Is the doubling funded? Purchasing has not seen it.`,
    ),
    status(
      `Bring back unused parts, boxed or not, until {day}. Technicians' vans hold about £{n:18-44},000 of parts nobody counts. [This is not about watching anyone, it is about parts others are short of.|The point is to get sleeping parts moving.]`,
      `There have been two pumps in mine for a year, bringing them in.`,
      `Do we keep a basic kit? Without it we drive twice.`,
    ),
    question(
      `Equivalent {part} for a unit of {c:2009-2014}?`,
      `A loyal customer in {town}, original machine, [the reference is gone|reference withdrawn]. They will not replace the whole unit for one part.`,
      `Call the workshop in {site}: they recondition old models, {m:2-4} weeks, six-month warranty.`,
      `The current one fits with two spacers. Bulletin {c:140-290} has the dimensions. Flow needs setting again.`,
    ),
    question(
      `May we ship a part straight to a householder?`,
      `{installer} ask for it to save a day. [The procedure only knows trade accounts.|The tool only takes the account address.]`,
      `Yes, if the installer stays the invoiced party: tick "site address". Not for refrigerant circuit parts.`,
      `Mind the delivery: with nobody to sign, the carrier leaves. Always give a phone number.`,
    ),
    question(
      `How long do we keep parts after a model stops?`,
      `{landlord} want it in writing. [I have heard ten years, then twelve.|I am told ten or fifteen, depending on the day.]`,
      `Ten years after the last unit built, clause {n:9-14} of the general terms. Fifteen for boards of the collective range.`,
      `Ten years, then while stocks last. Promise nothing more without the service director.`,
    ),
  ],
};
