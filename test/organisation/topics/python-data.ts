import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const pythonData: Topic = {
  key: 'python-data', departments: ['software', 'research', 'quality', 'finance'], companyWide: 0, questionsFrom: 'others', isProgress: true,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['python', 'données', 'notebooks'], en: ['python', 'data', 'notebooks'] },
  fr: [
    status(
      `Petit script partagé : il lit les exports du banc, aligne les horodatages et sort une courbe propre. [Vingt lignes, pandas et rien d'autre.|Pas de bibliothèque exotique.] Il m'économise {n:2-5} heures par semaine. [Critiques bienvenues, je ne suis pas du métier.|C'est perfectible, dites-le.]`,
      `Utile. J'ajouterais un test sur les changements d'heure, ils reviennent deux fois l'an.`,
      `Récupéré. Il tombe en erreur si une colonne est vide, je t'envoie la correction.`,
    ),
    status(
      `Regrouper par numéro de série avant de joindre : le calcul passe de {n:14-38} minutes à {m:20-55} secondes. [On joignait deux fois quarante millions de lignes.|L'ordre des opérations, encore et toujours.]`,
      `Le plan d'exécution le disait, mais qui le lit ?`,
      `Bien vu, même remède pour le rapport de garantie.`,
    ),
    question(
      `Détecter une dérive lente de capteur sans modèle compliqué ?`,
      `J'ai {n:18-40} mois de températures de {product}, [la dérive est de l'ordre du dixième de degré par mois|une dérive d'un degré par an, noyée dans les saisons].`,
      `Compare au capteur voisin plutôt qu'à lui-même : l'écart entre départ et retour, machine arrêtée, doit être nul.`,
      `Médiane sur les nuits d'été, quand rien ne tourne. Une droite là-dessus et c'est fini.`,
    ),
    question(
      `Tableur ou notebook pour un indicateur mensuel ?`,
      `Je refais le même tableau chaque mois, [{n:40-90/10} minutes de copier-coller|avec une erreur différente à chaque fois]. Je débute.`,
      `Notebook pour la préparation, tableur pour la lecture. Commence par automatiser la première étape seulement.`,
      `Viens au créneau du {day} à {time}, on le fait ensemble sur ton fichier.`,
    ),
  ],
  en: [
    status(
      `Sharing a small script: it reads bench exports, lines up timestamps and draws a clean curve. [Twenty lines, pandas and nothing else.|No exotic library.] It saves me {n:2-5} hours a week. [Criticism welcome, it is not my trade.|It can be improved, tell me.]`,
      `Useful. I would add a test for clock changes, they come twice a year.`,
      `Taken. It fails on an empty column, sending you the fix.`,
    ),
    status(
      `Grouping by serial number before the join: down from {n:14-38} minutes to {m:20-55} seconds. [We were joining forty million rows twice.|Order of operations, as ever.]`,
      `The query plan said so, but who reads it?`,
      `Well spotted, same cure for the warranty report.`,
    ),
    status(
      `The data dictionary for Vigie tables has {n:140-260/10} columns described out of {m:280-340/10}. [If a column has no owner, we hide it from new queries on {day}.|Columns nobody can explain will be hidden on {day}.] So far nobody has missed any.`,
      `"status2" has an explanation, and you will not like it.`,
      `Great work. Could units be a field of their own?`,
    ),
    status(
      `Reading a year of field data as Parquet instead of CSV: {n:9-16} GB down to {m:600-950/50} MB, and the notebook opens before my tea is ready. [The conversion job runs every night at 3.|A nightly job does the conversion.]`,
      `Do the types survive? Serial numbers kept losing their leading zero.`,
      `Could you add the weather columns to the same job?`,
    ),
    question(
      `Detecting slow sensor drift without a complicated model?`,
      `I have {n:18-40} months of {product} temperatures, [drift is about a tenth of a degree a month|a drift of one degree a year drowned in seasons].`,
      `Compare with its neighbour, not with itself: flow minus return, unit stopped, must be zero.`,
      `Median over summer nights, when nothing runs. A straight line through it and you are done.`,
    ),
    question(
      `Spreadsheet or notebook for a monthly indicator?`,
      `I rebuild the same table each month, [{n:40-90/10} minutes of copy and paste|with a different mistake every time]. Beginner here.`,
      `Notebook to prepare, spreadsheet to read. Automate the first step only, to begin with.`,
      `Come to the {day} {time} slot, we will do it together on your file.`,
    ),
    question(
      `How do you plot {n:3-9} million points without freezing the browser?`,
      `One year at ten seconds for a {product}. [Zooming matters, peaks matter more.|I must not lose the peaks.]`,
      `Min and max per pixel column, recomputed on zoom. Averages hide exactly what you look for.`,
      `Resample to a minute for the overview and load raw data for the window only. The helper is in the shared package.`,
    ),
    question(
      `Time zones: store local or UTC?`,
      `Units report local time, [and one hour disappears every March|some of them report UTC without saying so].`,
      `UTC in storage, local in display, site zone as a column. We paid for learning it.`,
      `Keep the raw string too for a year. You will need it to prove where an error came from.`,
    ),
  ],
};
