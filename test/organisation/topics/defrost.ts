import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const defrost: Topic = {
  key: 'defrost', departments: ['research', 'software'], companyWide: 0, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'agree', 'congratulations'],
  tags: { fr: ['dégivrage', 'régulation', 'essais'], en: ['defrost', 'control', 'testing'] },
  fr: [
    status(
      `Dégivrage à la demande sur la {product} : {n:22-38} % de cycles en moins sur trois semaines à 2 °C et {m:85-95} % d'humidité. [Le critère retenu est la dérive de la pression d'évaporation, filtrée sur {k:6-14} minutes.|On surveille la dérive de la pression d'évaporation, moyenne de {k:6-14} minutes.] Il reste un faux départ par jour de brouillard.`,
      `Belle courbe. Et si le ventilateur est encrassé ? La dérive sera la même.`,
      `Pour le brouillard, essaie de croiser avec le courant du ventilateur.`,
    ),
    status(
      `Campagne de {day} : {n:41-96} cycles enregistrés, {m:3-8} interrompus par la sécurité basse pression. [Toujours les mêmes : départ d'eau sous 24 °C.|Tous avec un départ d'eau sous 24 °C.] Le correctif limite l'ouverture du détendeur pendant les vingt premières secondes.`,
      `Les données brutes sont sur le partage ? Je voudrais rejouer le modèle.`,
      `À vérifier aussi avec un volume d'eau minimal, sinon on déplace le problème.`,
    ),
    question(
      `Quelle fréquence d'échantillonnage pour voir la fin du dégivrage ?`,
      `À {n:10-30} secondes, je rate la remontée de température. [À une seconde, les fichiers deviennent énormes.|Plus vite, le disque se remplit en deux jours.]`,
      `Une seconde pendant le cycle, trente en dehors. Le banc sait changer de cadence sur événement.`,
      `Cinq secondes suffisent si tu filtres côté capteur. La constante de temps du bulbe est de {m:8-14} secondes, inutile d'aller plus vite.`,
    ),
    question(
      `Comment reproduire du brouillard givrant en chambre ?`,
      `L'humidificateur sature à {n:92-96} %. [Les clients de montagne ont pire.|Le terrain est plus sévère que notre essai.]`,
      `Des buses fines en amont, eau à 4 °C, et la chambre un degré sous zéro. {mention} a la procédure de {site}.`,
      `On l'a fait avec de la glace pilée devant un ventilateur. Pas élégant, reproductible à 5 % près.`,
    ),
  ],
  en: [
    status(
      `Demand defrost on the {product}: {n:22-38}% fewer cycles over three weeks at 2 °C and {m:85-95}% humidity. [The criterion is the drift of evaporating pressure, filtered over {k:6-14} minutes.|We watch the drift of evaporating pressure, averaged over {k:6-14} minutes.] One false start per foggy day remains.`,
      `Nice curve. And with a dirty fan? The drift would look the same.`,
      `For fog, try crossing it with fan current.`,
    ),
    status(
      `{day}'s campaign: {n:41-96} cycles logged, {m:3-8} cut short by low-pressure protection. [Always the same ones: flow below 24 °C.|All with a flow below 24 °C.] The fix limits valve opening for the first twenty seconds.`,
      `Are the raw data on the share? I would like to replay the model.`,
      `Check with the minimum water volume as well, or we only move the problem.`,
    ),
    status(
      `Comparison of three defrost strategies over {n:400-900/50} simulated days of the {town} climate file: timed, demand, and demand with weather forecast. [Forecast gains {d:0.4-1.2}% over plain demand: not worth a network dependency.|The forecast brings {d:0.4-1.2}%, less than the risk it adds.] We stop that branch and keep the notebook.`,
      `Good to see a branch closed with a figure.`,
      `On the coast it may be different, fog comes with the tide there.`,
    ),
    question(
      `What sampling rate catches the end of defrost?`,
      `At {n:10-30} seconds I miss the temperature rise. [At one second the files are huge.|Any faster and the disk fills in two days.]`,
      `One second during the cycle, thirty outside. The bench can change rate on an event.`,
      `Five is enough if you filter at the sensor. The bulb's time constant is {m:8-14} seconds, faster is pointless.`,
    ),
    question(
      `How do you make freezing fog in a chamber?`,
      `The humidifier stops at {n:92-96}%. [Mountain customers see worse.|The field is harsher than our test.]`,
      `Fine nozzles upstream, water at 4 °C, chamber one degree below zero. {mention} has {site}'s procedure.`,
      `We did it with crushed ice in front of a fan. Not elegant, repeatable within 5%.`,
    ),
    question(
      `Should the defrost counter survive a power cut?`,
      `After a cut the controller forgets the last cycle and [defrosts again for nothing|starts one within {n:4-9} minutes]. Writing to flash wears it out.`,
      `Store it in the clock's battery-backed registers, there are {m:12-20} bytes free. No wear.`,
      `Skip the first demand after a restart unless pressure confirms. No memory needed.`,
    ),
  ],
};
