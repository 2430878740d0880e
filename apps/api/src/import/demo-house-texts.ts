import { fromMarkdown } from '@parvis/conversations/server';
import type { ImportedHouseTexts } from '@parvis/house/server';
import { dayMs } from '@parvis/platform/server';

const charter = {
  fr: `
Ce réseau appartient à celles et ceux qui y travaillent. Quelques règles simples suffisent à le garder utile et agréable.

## Ce que l’on attend de chacun

- **De la bienveillance.** On critique une idée, jamais une personne. Ce qui ne se dirait pas en réunion ne s’écrit pas ici.
- **De la justesse.** On dit d’où l’on tient ce que l’on avance, et l’on corrige ses erreurs.
- **De la discrétion.** Les données des clients, les secrets de fabrication et la vie privée des collègues restent hors du réseau.

## Ce que chacun peut attendre

- Personne n’est évalué sur ce qu’il écrit ici, ni sur son silence.
- Les indicateurs portent sur des groupes, jamais sur une personne.
- Le droit à la déconnexion vaut ici comme ailleurs : rien n’oblige à lire ni à répondre en dehors des heures de travail.

## En cas de problème

Signalez un contenu à la modération ; elle répond sous deux jours ouvrés, en citant la règle qu’elle applique.
`,
  en: `
This network belongs to those who work here. A few simple rules are enough to keep it useful and pleasant.

## What is expected of everybody

- **Kindness.** We criticise an idea, never a person. What would not be said in a meeting is not written here.
- **Accuracy.** We say where we know things from, and correct our mistakes.
- **Discretion.** Customers’ data, trade secrets and colleagues’ private lives stay out of the network.

## What everybody may expect

- Nobody is judged by what they write here, nor by their silence.
- Indicators are about groups, never about a person.
- The right to disconnect holds here as elsewhere: nothing obliges anybody to read or answer outside working hours.

## When something goes wrong

Report content to the moderators; they answer within two working days and name the rule that they apply.
`,
};

const legalNotice = {
  fr: `
## Éditeur

Hélianor SAS, réseau interne réservé au personnel. Responsable de la publication : la direction générale.

## Hébergement

Dans les locaux de l’entreprise, par le service informatique. Aucune donnée ne quitte son réseau.

## Données personnelles

Vos nom, fonction et service viennent du système des ressources humaines. Vous disposez d’un droit d’accès, de rectification et d’opposition : écrivez à la personne chargée de la protection des données.
`,
  en: `
## Publisher

Hélianor SAS; an internal network for its staff alone. Responsible for the publication: the general management.

## Hosting

On the company’s premises, by its IT department. No data leave its network.

## Personal data

Your name, title and department come from the human resources system. You have a right of access, rectification and objection: write to the data protection officer.
`,
};

const spaced = (text: string): string => text.replaceAll(/ ([:;?!])/g, '\u00a0$1');
const inBoth = ({ fr, en }: { fr: string; en: string }) => ({ fr: fromMarkdown(spaced(fr)), en: fromMarkdown(en) });

/** The charter and the legal notice of the demo company; one of those whom one can sign in as has not read the charter yet. */
export function demoHouseTexts(endsAt: Date): ImportedHouseTexts {
  return { at: new Date(endsAt.getTime() - 90 * dayMs), texts: { charter: inBoth(charter), 'legal-notice': inBoth(legalNotice) }, notAcceptedBy: 'herve.kerbrat' };
}
