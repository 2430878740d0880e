import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const firmware: Topic = {
  key: 'firmware', departments: ['software', 'research'], companyWide: 0, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'congratulations', 'thanks'],
  tags: { fr: ['embarqué', 'microprogramme', 'carte'], en: ['firmware', 'embedded', 'boards'] },
  fr: [
    status(
      `Mise à jour à distance {d:4.1-4.9} diffusée à {n:5-20} % du parc. [Aucun retour en arrière, {m:2-9} machines à reprendre sur place, toutes avec un réseau faible.|{m:2-9} échecs sur place, tous en réseau faible.] La suite {day}, par paliers, et jamais un vendredi.`,
      `Merci pour le « jamais un vendredi ». Le support dort mieux.`,
      `Les machines du collectif sont dans quel palier ?`,
    ),
    status(
      `Le redémarrage intempestif de la carte venait du chien de garde : [une fois par mois et par cent machines, introuvable au laboratoire|il mordait quand la mémoire externe tardait]. Trouvé grâce à une trace gardée après le redémarrage, {m:64-128/8} octets qui valent de l'or.`,
      `Garder la trace d'une chute, c'est ce qu'on réclame depuis longtemps. Bravo.`,
      `Combien de machines avec cette mémoire externe ?`,
    ),
    question(
      `Combien de réglages exposer en Modbus ?`,
      `Les intégrateurs en réclament {n:120-240/10}, [la documentation en décrit quarante|nous n'en testons que quarante].`,
      `Ceux qu'on s'engage à tester à chaque version. Les autres en lecture seule, sans promesse.`,
      `Regarde ce qu'ils lisent vraiment : chez {landlord}, onze registres. Le reste est de l'assurance.`,
    ),
    question(
      `Horloge sans pile : comment retrouver l'heure après une coupure ?`,
      `Sans réseau, la machine repart à minuit, [et chauffe à contretemps|le programme horaire devient faux].`,
      `Supercondensateur, trois jours de réserve, {n:30-70} centimes. C'est prévu sur la nouvelle carte.`,
      `En attendant : suspendre le programme tant que l'heure n'est pas sûre, et l'afficher à l'écran.`,
    ),
  ],
  en: [
    status(
      `Over-the-air update {d:4.1-4.9} rolled out to {n:5-20}% of the fleet. [No rollback, {m:2-9} units to visit, all on weak networks.|{m:2-9} failures, all on weak networks.] More on {day}, in steps, and never on a Friday.`,
      `Thank you for "never on a Friday". Support sleeps better.`,
      `Which step are the collective units in?`,
    ),
    status(
      `The board's random restart was the watchdog: [once a month per hundred units, impossible to see in the lab|it bit when external memory was slow]. Found thanks to a trace kept across restarts, {m:64-128/8} bytes worth their weight in gold.`,
      `A trace of the fall is what we have long asked for. Well done.`,
      `How many units have that memory?`,
    ),
    status(
      `Flash usage on the main controller: {n:91-97}%. [We found {m:14-30} kB of translated strings nobody displays.|{m:14-30} kB were strings in languages we do not sell in.] That buys a year. After that, the new board or a diet.`,
      `Which languages? Please check with documentation before removing any.`,
      `Diet first, new board anyway.`,
    ),
    question(
      `How many settings should Modbus expose?`,
      `Integrators want {n:120-240/10}, [the documentation describes forty|we only test forty].`,
      `Those we commit to test on each release. The others read-only, without a promise.`,
      `Look at what they actually read: {landlord} use eleven registers. The rest is insurance.`,
    ),
    question(
      `Clock without a battery: how to recover time after a cut?`,
      `With no network the unit restarts at midnight [and heats at the wrong times|and the schedule is wrong].`,
      `Supercapacitor, three days, {n:30-70} cents. Planned on the new board.`,
      `Meanwhile: suspend the schedule until time is known, and say so on screen.`,
    ),
    question(
      `Simulating sensors on the bench: hardware or software?`,
      `I need {n:8-14} temperatures and two pressures, [with faults on demand|including broken wires].`,
      `Resistor ladder box for the wiring faults, software injection for the rest. The box is in {site}, drawings on the share.`,
      `Software only, behind the driver. You test the logic a hundred times a night, and the wiring once with the real thing.`,
    ),
  ],
};
