import { importPulse, pulseQuartersOver } from '@parvis/engagement/server';
import type { OrganisationPlan } from '@parvis/organisation';
import type { EntityManager } from 'typeorm';

/** How a year went: more and more people would miss it. Of each quarter, the oldest first, who was asked and what they chose. */
const year = [
  { asked: 188, very: 19, somewhat: 31, notAtAll: 16 },
  { asked: 241, very: 29, somewhat: 36, notAtAll: 15 },
  { asked: 250, very: 36, somewhat: 38, notAtAll: 14 },
  { asked: 249, very: 43, somewhat: 37, notAtAll: 13 },
];

const said = [
  'Les réponses des collègues d’autres usines : avant, je ne savais même pas à qui demander.',
  'Poser une question sans déranger tout un service par courriel.',
  'I would miss seeing what the workshop is working on. From Manchester we saw nothing.',
  'Savoir ce que prépare la direction sans attendre la réunion du trimestre.',
  'The search. It finds the person, not only the document.',
  'Rien ne me manquerait vraiment, je préfère appeler.',
  'Les retours de chantier avec des photos, on gagne des heures.',
  'La communauté qualité : on y répond en une heure, même le vendredi.',
  'Honestly, one more place to look at. But the answers there are good.',
  'Les idées des opérateurs arrivent enfin jusqu’au bureau d’études.',
  'Un endroit où l’on peut dire qu’un essai a raté.',
  'Knowing who knows about seals in our company, without asking ten people first.',
  'Je lis plus que je n’écris, et cela me suffit.',
  'Les nouveaux posent de bonnes questions, et on leur répond.',
];

/** Who finds the question on their home page. */
const asked = ['elodie.marchand'];

/** What people answered in the year before, and somebody who is asked today. */
export async function writePulse(manager: EntityManager, { endsAt }: OrganisationPlan): Promise<void> {
  const today = endsAt.slice(0, 10);
  const quarters = pulseQuartersOver(today, year.length).map((quarter, index) => ({ quarter, ...year[index] as (typeof year)[number], sentences: index === year.length - 1 ? said : [] }));
  await importPulse(manager, { quarters, asked, on: today });
}
