import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const carbon: Topic = {
  key: 'carbon', departments: ['safety', 'research', 'purchasing', 'production'], companyWide: 2, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'agree', 'congratulations'],
  tags: { fr: ['carbone', 'énergie', 'sobriété'], en: ['carbon', 'energy', 'savings'] },
  fr: [
    status(
      `Consommation du site de {mysite} : −{n:6-14} % d'électricité sur un an, à production égale. [Le gros morceau est la cabine de peinture, arrêtée {m:3-5} heures plus tôt.|Près de la moitié vient de la cabine de peinture, qu'on laissait chauffer pour rien.] Le reste tient à des détails que personne n'applaudit.`,
      `Les détails m'intéressent, c'est ce qu'on peut copier.`,
      `Et le gaz ? [C'est là que ça fait mal chez nous.|Le gaz pèse plus que l'électricité ici.]`,
    ),
    status(
      `Analyse du cycle de vie de la {product} : {n:86-93} % de l'impact vient de l'usage, {m:3-6} % du cuivre, le reste du transport et de la fin de vie. [Un point de rendement vaut plus que tous nos emballages.|Autrement dit, le rendement d'abord.] Cela ne dispense pas des emballages.`,
      `Avec quel mélange électrique ? Le résultat change du tout au tout.`,
      `Le réemploi du compresseur est-il compté ?`,
    ),
    status(
      `Nos panneaux de {factory} ont produit {n:310-480/10} MWh sur douze mois, soit {m:11-19} % de la consommation. [Moins que promis : l'ombre de la nouvelle halle n'était pas dans le calcul.|Un peu moins que prévu, à cause de l'ombre de la nouvelle halle.]`,
      `Merci de ne pas arrondir vers le haut.`,
      `On pourrait décaler la charge des chariots à midi.`,
    ),
    question(
      `Quel facteur d'émission prendre pour un trajet en train de nuit ?`,
      `Pour les déplacements vers {site}, [l'outil ne connaît que l'avion et la voiture|je dois remplir la case à la main].`,
      `Celui du train de jour du pays traversé, faute de mieux. Note-le, l'auditeur l'accepte.`,
      `L'agence de voyages le donne sur le relevé depuis ce trimestre.`,
    ),
    question(
      `Éteindre les bancs d'essais la nuit : risque ou habitude ?`,
      `{n:4-9} kW chacun, allumés en continu à {mysite}. [On me dit que l'électronique n'aime pas les redémarrages.|Personne ne sait dire pourquoi.]`,
      `Les mesures demandent une heure de chauffe, pas dix. Une horloge à 6 h et c'est réglé, nous l'avons fait sur quatre bancs.`,
      `Garde seulement les références de température alimentées : 30 W.`,
    ),
    question(
      `Qui achète des chutes de cuivre à {mysite} ?`,
      `Nous en sortons {n:300-900/50} kg par mois, [mélangées avec le laiton|payées au prix du tout-venant].`,
      `Tri à la source d'abord : deux bacs, et le prix grimpe d'un tiers. {supplier} reprend directement.`,
      `Les achats ont un contrat groupé, il suffit d'ajouter ton site.`,
    ),
  ],
  en: [
    status(
      `Electricity in {mysite}: down {n:6-14}% in a year, at equal output. [The big piece is the paint booth, stopped {m:3-5} hours earlier.|Nearly half comes from the paint booth, which we left heating for nothing.] The rest are details nobody applauds.`,
      `The details interest me, they are what we can copy.`,
      `And gas? [That is what hurts here.|Gas weighs more than electricity at our place.]`,
    ),
    status(
      `Life cycle analysis of the {product}: {n:86-93}% of the impact is use, {m:3-6}% copper, then transport and end of life. [One point of efficiency is worth all our packaging.|In other words, efficiency first.] That does not excuse the packaging.`,
      `With which electricity mix? It changes everything.`,
      `Is compressor reuse counted?`,
    ),
    status(
      `The panels in {factory} gave {n:310-480/10} MWh over twelve months, {m:11-19}% of what we use. [Less than promised: the shadow of the new hall was not in the sums.|A little under plan, because of the new hall's shadow.]`,
      `Thank you for not rounding up.`,
      `Fork-lift charging could move to midday.`,
    ),
    question(
      `Which emission factor for a night train?`,
      `For trips to {site}, [the tool only knows planes and cars|I have to fill the box by hand].`,
      `That of the day train in the country crossed, for want of better. Write it down, the auditor accepts it.`,
      `The travel agency gives it on the statement since this quarter.`,
    ),
    question(
      `Test benches off at night: risk or habit?`,
      `{n:4-9} kW each, always on in {mysite}. [I hear electronics dislike restarts.|Nobody can say why.]`,
      `Measurements need an hour of warm-up, not ten. A time switch at 6 am; we did it on four benches.`,
      `Keep only the temperature references powered: 30 W.`,
    ),
  ],
};
