import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const tenders: Topic = {
  key: 'tenders', departments: ['sales', 'marketing', 'finance'], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['congratulations', 'insightful', 'support'],
  tags: { fr: ['appelsdoffres', 'collectif', 'bailleurs'], en: ['tenders', 'keyaccounts', 'collective'] },
  fr: [
    status(
      `Gagné : {n:48-260/4} logements avec {landlord}, {collective} en cascade. [Nous n'étions pas les moins chers, de {d:2.1-4.9} %.|Plus chers de {d:2.1-4.9} % que le second.] Ce qui a pesé : l'engagement de consommation et la visite du site de référence. Merci aux {m:4-9} personnes qui ont écrit le mémoire.`,
      `Bravo. L'engagement de consommation, il faudra le tenir : on installe les compteurs dès le début.`,
      `Le planning de livraison est compatible avec la {line} ?`,
    ),
    status(
      `Perdu chez {landlord}. Retour de l'acheteur, qui a pris le temps : [notre planning d'intervention en site occupé n'était pas crédible|notre mémoire parlait de nous et pas de leurs locataires]. Note technique {n:11-14} sur 20, prix {m:17-19} sur 20. La leçon vaut pour les {k:3-6} dossiers en cours.`,
      `Dur mais utile. Je relis le dossier de {day} avec ce filtre.`,
      `On devrait demander ce retour à chaque fois.`,
    ),
    question(
      `Qui a une référence en site occupé de plus de {n:80-200/20} logements ?`,
      `{landlord} en exige deux de moins de cinq ans. [J'en ai une seule.|La mienne date de six ans.]`,
      `{landlord2}, mise en service l'an dernier, et ils acceptent les visites le {day}. Contact dans la fiche client.`,
      `Le chantier de {town} fait {m:60-78} logements : juste en dessous, mais l'attestation est excellente. Tente.`,
    ),
    question(
      `Peut-on garantir un prix pendant {n:180-270/30} jours ?`,
      `L'acheteur l'impose, [le cuivre bouge|nos conditions disent 90 jours].`,
      `Avec une clause d'indexation publique, oui. La finance a un texte prêt, une demi-page.`,
      `Au-delà de 120 jours, accord du directeur commercial par écrit. C'est accordé si la marge dépasse {m:18-24} %.`,
    ),
  ],
  en: [
    status(
      `Won: {n:48-260/4} homes with {landlord}, cascaded {collective} units. [We were not the cheapest, by {d:2.1-4.9}%.|{d:2.1-4.9}% above the runner-up.] What told: the consumption commitment and the visit to a reference site. Thanks to the {m:4-9} people who wrote the bid.`,
      `Well done. That commitment must be kept: meters go in from day one.`,
      `Does the delivery schedule fit {line}?`,
    ),
    status(
      `Lost at {landlord}. The buyer took time to explain: [our plan for working in occupied homes was not credible|our bid spoke of us and not of their tenants]. Technical score {n:11-14} out of 20, price {m:17-19} out of 20. It holds for the {k:3-6} bids under way.`,
      `Harsh but useful. I am rereading {day}'s bid in that light.`,
      `We should ask for this every time.`,
    ),
    status(
      `{landlord} extended the framework by {n:12-24/6} months without a new call. [Their reason in one line: faults are answered before tenants complain.|One reason given: service answers before tenants complain.] It belongs to the {site} service team at least as much as to us.`,
      `Passed on to the service team, they were touched.`,
      `Same prices? [Finance will ask.|Or with the index?]`,
    ),
    question(
      `Who has a reference in occupied homes above {n:80-200/20} units?`,
      `{landlord} require two, less than five years old. [I have one.|Mine is six years old.]`,
      `{landlord2}, commissioned last year; they accept visits on {day}. Contact in the customer file.`,
      `The {town} job has {m:60-78}: just short, but the letter is excellent. Try.`,
    ),
    question(
      `Can we hold a price for {n:180-270/30} days?`,
      `The buyer insists, [copper moves|our terms say 90].`,
      `With a public index clause, yes. Finance have half a page ready.`,
      `Beyond 120 days the sales director signs. It is granted above {m:18-24}% margin.`,
    ),
    question(
      `How do you answer the social value section?`,
      `It weighs {n:10-20/5}% in this one, [and ours is copied from three years ago|and I only have generalities].`,
      `Ask HR for apprentices per region and service for local firms used. Real names, real numbers, half a page.`,
      `Offer what we already do: site visits for schools near {town}, training for tenants. It scored full marks in the last one.`,
    ),
  ],
};
