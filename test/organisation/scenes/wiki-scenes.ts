import type { Language } from '../records.ts';
import type { Who } from './scene.ts';

/** A page of a community's wiki, with all that it said. Bodies are Markdown. */
export interface WikiScene {
  id: string;
  in: string;
  language: Language;
  below?: string;
  versions: readonly { by: Who; daysBefore: number; title: string; body: string; note?: string }[];
}

const metersFirst = `## Avant de commencer

Il faut le plan des compteurs et un badge de maintenance.

## Relever

1. Notez l'heure avant le premier compteur.
2. Relevez dans l'ordre du plan.
3. Notez l'heure après le dernier.`;

const metersSecond = `## Avant de commencer

Il faut le plan des compteurs, un badge de maintenance et **une lampe** : le local du bâtiment B n'en a pas.

## Relever

1. Notez l'heure avant le premier compteur.
2. Relevez dans l'ordre du plan, chiffres rouges compris.
3. Notez l'heure après le dernier.`;

const metersThird = `## Avant de commencer

Il faut le plan des compteurs, un badge de maintenance et **une lampe** : le local du bâtiment B n'en a pas.

## Relever

1. Notez l'heure avant le premier compteur.
2. Relevez dans l'ordre du plan, sans les chiffres rouges.
3. Notez l'heure après le dernier.

## Ce qui doit alerter

| Compteur | La nuit | Le week-end |
| --- | --- | --- |
| Air comprimé | moins de 9 kW | moins de 4 kW |
| Ventilation | moins de 12 kW | 0 |
| Éclairage | moins de 3 kW | moins de 3 kW |

Au-delà, écrivez dans la communauté : quelqu'un a sûrement déjà vu le cas.`;

const siteCardFirst = `Print it, fold it in four, keep it in the van.

- Slope and drainage of the base
- Cable section and tightening
- Antifreeze concentration`;

const siteCardSecond = `Print it, fold it in four, keep it in the van.

## Before you open the machine

- Phase order, above all after a power cut
- Slope and drainage of the base
- Cable section and tightening

## Before you leave

- Antifreeze concentration
- Software version of the controller, written on the door

> If you change anything, say so in the file of the machine. The next person on call is not you.`;

const firstDaysFirst = `## Le premier jour

- badge et clé de sécurité à l'accueil
- déjeuner avec le parrain ou la marraine

## La première semaine

- une demi-journée dans un autre service
- une question posée dans le réseau, même petite`;

const firstDaysSecond = `## Le premier jour

- badge et clé de sécurité à l'accueil
- déjeuner avec le parrain ou la marraine
- le tour du bâtiment par **quelqu'un de l'atelier**

## La première semaine

- une demi-journée dans un autre service
- une question posée dans le réseau, même petite
- la visite médicale, si le poste la demande

## Le dixième jour

Un quart d'heure avec le responsable : ce qui surprend, ce qui manque, ce que l'on garde.`;

export const wikiScenes: readonly WikiScene[] = [
  {
    id: 'meters', in: 'Énergie & carbone', language: 'fr',
    versions: [
      { by: 'elodie.marchand', daysBefore: 140, title: 'Relever les compteurs de son site', body: metersFirst },
      { by: 1, daysBefore: 88, title: 'Relever les compteurs de son site', body: metersSecond, note: 'Lampe, chiffres rouges' },
      { by: 'elodie.marchand', daysBefore: 41, title: 'Relever les compteurs de son site', body: metersThird, note: "Les chiffres rouges sont des dixièmes : on ne les relève pas. Seuils d'alerte" },
    ],
  },
  {
    id: 'lyon-curve', in: 'Énergie & carbone', language: 'fr', below: 'meters',
    versions: [
      {
        by: 'elodie.marchand', daysBefore: 30, title: 'La courbe de Lyon, pas à pas',
        body: `La courbe d'une semaine se lit en trois passages.

1. **Le talon** : ce qui reste la nuit. À Lyon, 61 kW, dont 22 que personne ne réclame.
2. **Les marches** : chaque ligne qui démarre. Deux marches à la même heure, c'est une pointe que l'on paie.
3. **Les bosses du week-end** : presque toujours un oubli.`,
      },
      {
        by: 2, daysBefore: 12, title: 'La courbe de Lyon, pas à pas', note: 'Talon après réglage des compresseurs',
        body: `La courbe d'une semaine se lit en trois passages.

1. **Le talon** : ce qui reste la nuit. À Lyon, 48 kW depuis le réglage des compresseurs, contre 61 auparavant.
2. **Les marches** : chaque ligne qui démarre. Deux marches à la même heure, c'est une pointe que l'on paie.
3. **Les bosses du week-end** : presque toujours un oubli.`,
      },
    ],
  },
  {
    id: 'savings', in: 'Énergie & carbone', language: 'fr',
    versions: [
      {
        by: 3, daysBefore: 75, title: 'Ce qui a marché, site par site',
        body: `| Site | Action | Gain mesuré |
| --- | --- | --- |
| Lyon | arrêt des compresseurs la nuit | 13 kW |
| Nantes | éclairage des quais à la demande | 6 % |
| Porto | récupération de chaleur du four | 9 % |

Une ligne s'ajoute quand le gain est **mesuré sur un mois**, pas avant.`,
      },
    ],
  },
  {
    id: 'returns', in: 'Qualité terrain', language: 'fr',
    versions: [
      {
        by: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', daysBefore: 120, title: 'Lire un retour de chantier',
        body: `Un retour raconte trois histoires : celle de la machine, celle de la pose, celle de la personne qui appelle. On les lit dans cet ordre.

## La machine

Numéro de série, date de fabrication, cinquante derniers événements.

## La pose

Photos, pente, longueur de liaison.`,
      },
      {
        by: 'nathalie.brevent', daysBefore: 64, title: 'Lire un retour de chantier', note: 'La troisième histoire manquait',
        body: `Un retour raconte trois histoires : celle de la machine, celle de la pose, celle de la personne qui appelle. On les lit dans cet ordre.

## La machine

Numéro de série, date de fabrication, cinquante derniers événements.

## La pose

Photos, pente, longueur de liaison.

## La personne qui appelle

Ce qu'elle a déjà essayé, et depuis combien de temps elle attend. C'est écrit dans le dossier, et c'est ce qu'on lit en dernier quand on devrait commencer par là.`,
      },
    ],
  },
  {
    id: 'photos', in: 'Qualité terrain', language: 'fr', below: 'returns',
    versions: [
      {
        by: 1, daysBefore: 52, title: "Photos : ce qu'il faut voir",
        body: `1. La machine entière, avec ce qui l'entoure.
2. La plaque, lisible.
3. Le défaut, avec une main ou une règle pour l'échelle.

Ni visage, ni adresse : Pilote les floute à l'envoi.`,
      },
    ],
  },
  {
    id: 'keys-guide', in: 'Ask IT', language: 'en',
    versions: [
      {
        by: 'animator', daysBefore: 20, title: 'Security keys, in three minutes',
        body: `1. Fetch the key at the reception, with your badge.
2. Put it in, wait for the light, touch it.
3. Register a **second one**: a key in a drawer is worth a week of patience.

Lost it? Write here, or call the service desk. Nobody will ask twice why.`,
      },
      {
        by: 'thomas.vandenberghe', daysBefore: 3, title: 'Security keys, in three minutes', note: 'Workshop stations get a badge reader',
        body: `1. Fetch the key at the reception, with your badge.
2. Put it in, wait for the light, touch it.
3. Register a **second one**: a key in a drawer is worth a week of patience.

Workshop stations get a badge reader instead: nothing to touch, gloves stay on.

Lost it? Write here, or call the service desk. Nobody will ask twice why.`,
      },
    ],
  },
  {
    id: 'site-card-page', in: 'Heat pump field returns', language: 'en',
    versions: [
      { by: 'animator', daysBefore: 58, title: 'The one-page site card', body: siteCardFirst },
      { by: 'oliver.hughes', daysBefore: 2, title: 'The one-page site card', body: siteCardSecond, note: 'Phase order, and what to do before leaving' },
    ],
  },
  {
    id: 'first-days', in: 'Parrainage des nouveaux', language: 'fr',
    versions: [
      { by: 'karim.benjelloun', daysBefore: 100, title: 'Les dix premiers jours', body: firstDaysFirst },
      { by: 'animator', daysBefore: 47, title: 'Les dix premiers jours', body: firstDaysSecond, note: "Le tour de l'atelier et le point du dixième jour" },
    ],
  },
];
