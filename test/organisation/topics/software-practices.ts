import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const softwarePractices: Topic = {
  key: 'software-practices', departments: ['software', 'it'], companyWide: 0, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'agree', 'thanks'],
  tags: { fr: ['développement', 'revue', 'tests'], en: ['development', 'review', 'tests'] },
  fr: [
    status(
      `Temps moyen d'une revue de code : {n:26-44} heures il y a trois mois, {m:4-9} aujourd'hui. [Une seule règle : pas plus de {k:250-400/50} lignes.|Nous n'avons rien ajouté, nous avons seulement limité la taille à {k:250-400/50} lignes.] Les grosses modifications arrivent en plusieurs fois, et on comprend mieux chacune.`,
      `Et les renommages ? Ils font mille lignes sans rien changer.`,
      `La limite est bloquante ou indicative ? [Chez nous, l'indicatif n'a pas tenu.|On voudrait l'adopter.]`,
    ),
    status(
      `Compte rendu de l'incident de {day}, sans coupable : une migration a verrouillé une table pendant {n:6-19} minutes. [Elle passait en {m:2-5} secondes sur nos données d'essai, trop petites.|Nos données d'essai étaient mille fois trop petites pour le voir.] Nous testons maintenant les migrations sur une copie de la production, anonymisée.`,
      `L'anonymisation est faite par qui ? C'est le point qui intéressera le délégué à la protection des données.`,
      `Merci pour le compte rendu, clair même pour qui n'est pas du métier.`,
    ),
    question(
      `Que faites-vous des tests qui échouent une fois sur vingt ?`,
      `Nous en avons {n:6-15}. [On relance, donc on n'y croit plus.|Plus personne ne regarde le rouge.]`,
      `Mis à l'écart le jour même avec un ticket, supprimés au bout de deux semaines s'ils ne sont pas réparés. Dur, mais le vert veut dire quelque chose.`,
      `Les nôtres dépendaient tous de l'heure ou de l'ordre. Horloge fixe et ordre aléatoire : {m:80-95} % des cas ont disparu.`,
    ),
    question(
      `Tout le monde d'astreinte, ou seulement les volontaires ?`,
      `L'équipe compte {n:7-11} personnes, [dont {m:3-4} qui prennent tout|et ce sont toujours les mêmes qui répondent].`,
      `Volontaires, mais celui qui a livré reste joignable le soir de la mise en production. L'effet sur la prudence est visible.`,
      `Tous, avec un binôme pour les nouveaux pendant deux rotations. Et une vraie compensation, écrite.`,
    ),
  ],
  en: [
    status(
      `Average code review time: {n:26-44} hours three months ago, {m:4-9} now. [A single rule: no more than {k:250-400/50} lines.|We added nothing, we only capped the size at {k:250-400/50} lines.] Big changes come in steps, and each is better understood.`,
      `What about renames? A thousand lines that change nothing.`,
      `Is the cap enforced? [Ours was advisory and did not hold.|We would like to adopt it.]`,
    ),
    status(
      `Write-up of {day}'s incident, no blame: a migration locked a table for {n:6-19} minutes. [It took {m:2-5} seconds on our test data, which is too small.|Our test data were a thousand times too small to show it.] Migrations now run first on an anonymised copy of production.`,
      `Who does the anonymising? The data protection officer will ask.`,
      `Thanks, clear even to an outsider.`,
    ),
    status(
      `We deleted {n:11-38} thousand lines this quarter: two abandoned features, a home-made scheduler, and a library nobody could explain. [Build time went from {m:14-22} to {k:5-9} minutes.|The build is {k:5-9} minutes instead of {m:14-22}.] Nobody noticed, which was the aim.`,
      `Deleting is the best part of the job.`,
      `The scheduler will be missed by exactly one person, and that is me.`,
    ),
    status(
      `Pairing on the gateway twice a week with the {site} team has been worth it. [Two people can now release it instead of one.|The list of people able to release it went from one to three.] Next: the firmware signing chain, where the answer is still one.`,
      `Please do the signing chain before the holidays.`,
      `How do you share the screen without the lag?`,
    ),
    question(
      `What do you do with tests that fail one time in twenty?`,
      `We have {n:6-15}. [People rerun, so nobody believes them.|Nobody looks at red any more.]`,
      `Quarantined the same day with a ticket, deleted after two weeks if not repaired. Harsh, but green means something.`,
      `Ours all depended on time or order. A fixed clock and random order removed {m:80-95}% of them.`,
    ),
    question(
      `On call: everybody, or volunteers?`,
      `A team of {n:7-11}, [of whom {m:3-4} take everything|and it is always the same people who answer].`,
      `Volunteers, but whoever shipped stays reachable that evening. The effect on caution shows.`,
      `Everybody, with a partner for newcomers during two rotations. And proper compensation in writing.`,
    ),
    question(
      `Feature flags: how do you get rid of them?`,
      `We count {n:60-140/10} flags, [half of them always on|some older than their authors' time here].`,
      `An expiry date in the declaration; the build fails after it. You extend it or you remove it, but you look.`,
      `First Friday of the month, everyone removes one. {m:6-12} months later we were under twenty.`,
    ),
  ],
};
