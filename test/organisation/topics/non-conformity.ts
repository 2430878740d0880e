import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const nonConformity: Topic = {
  key: 'non-conformity', departments: ['quality', 'production', 'purchasing'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['insightful', 'agree', 'thanks'],
  tags: { fr: ['qualité', 'nonconformité', 'métrologie', '8d'], en: ['quality', 'nonconformity', 'metrology', '8d'] },
  fr: [
    status(
      `Fiche {c:4100-4990} clôturée : les brides de {supplier} étaient trop épaisses de {d:0.2-0.6} mm. [Le plan était juste, notre calibre ne l'était plus.|C'est notre calibre qui dérivait, pas leur presse.] Excuses faites au fournisseur, étalonnage ramené de douze à six mois.`,
      `Combien d'autres calibres du même âge ? [J'en compte {n:5-12} à {mysite}.|Je lance la liste.]`,
      `C'est rare qu'on s'excuse auprès d'un fournisseur. Bien.`,
    ),
    status(
      `Mur qualité levé ce matin sur la {line} de {factory}. {n:340-980/10} machines contrôlées à 100 %, {m:2-7} défauts, tous avant la semaine {c:10-44}. [Merci aux deux équipes qui ont tenu le tri pendant {k:9-16} jours.|Le tri aura duré {k:9-16} jours, merci à celles et ceux qui l'ont fait.]`,
      `On garde le contrôle du serrage par sondage, [une machine sur vingt|cinq par équipe], jusqu'à l'audit.`,
      `Le poste de tri était bien installé, on peut le garder monté ?`,
    ),
    status(
      `Audit interne de {mysite} : {n:2-6} écarts, {m:2-4} bonnes pratiques à copier. [La meilleure : l'échantillon limite accroché au poste, avec une photo du bon et du mauvais.|À reprendre partout : la photo du bon et du mauvais au poste de travail.] L'écart le plus sérieux touche la traçabilité des joints, qui s'arrête au carton.`,
      `Pour les joints, une douchette à l'ouverture du carton suffit. [On l'a fait à {site}.|Coût : deux cents euros.]`,
      `Le rapport complet est disponible ? Notre audit est {day}.`,
    ),
    question(
      `Qui peut signer une dérogation sur un côté de tôle rayé ?`,
      `{n:16-60} panneaux de {product} avec une rayure de {m:2-6} cm, invisible une fois montés. [Le client final ne verra rien, mais le plan dit zéro rayure.|La production attend une décision avant {day}.] Qui décide ?`,
      `Le responsable qualité du site pour l'aspect, si la face n'est pas visible et si la peinture n'est pas percée. [Deux signatures dès que le métal est à nu.|Métal à nu : c'est un rebut.]`,
      `Fais un essai de quadrillage sur un panneau avant de demander, [sinon la dérogation sera refusée|c'est la première question qu'on te posera].`,
      `Regarde aussi si le lot part à l'export, l'emballage maritime ne pardonne pas une rayure ouverte.`,
    ),
    question(
      `Vous faites comment pour que le 8D ne reste pas à l'étape 4 ?`,
      `J'ai {n:7-19} dossiers ouverts depuis plus de deux mois. On trouve la cause, on corrige, puis [plus personne ne vérifie|la vérification d'efficacité n'arrive jamais]. Vos astuces ?`,
      `On a limité à {m:4-6} dossiers ouverts par personne. Le suivant n'ouvre que si un autre se ferme. Au début ça grince, puis ça marche.`,
      `La date de vérification est posée dans l'agenda le jour de l'ouverture, avec le nom de celui qui regarde, [et ce n'est jamais le pilote|toujours quelqu'un d'extérieur].`,
      `Nous avons arrêté d'ouvrir un 8D pour tout. [Un défaut isolé et bénin reçoit une fiche simple.|La moitié ne le méritait pas.]`,
    ),
    question(
      `Différence de mesure entre deux sites sur le même tube`,
      `Diamètre mesuré à {d:9.4-9.9} mm à {mysite} et un dixième de plus à {site}, même lot, même plan. [Qui a raison ?|On fait un essai croisé ?]`,
      `Température du local : sur le cuivre, [dix degrés d'écart ne donnent que deux microns, donc ce n'est pas cela|l'effet est négligeable ici]. Regardez plutôt la force d'appui du comparateur.`,
      `Envoyez-nous l'étalon commun, il est à la métrologie de {site}. Un essai croisé prend une demi-journée.`,
    ),
  ],
  en: [
    status(
      `Report {c:4100-4990} closed: flanges from {supplier} looked {d:0.2-0.6} mm too thick. [The drawing was right, our gauge was not.|Our gauge had drifted, not their press.] Apologies sent to the supplier, calibration now every six months.`,
      `How many more gauges of that age? [I count {n:5-12} in {mysite}.|Drawing up the list.]`,
      `We rarely apologise to a supplier. Good.`,
    ),
    status(
      `Quality wall lifted this morning on {line} in {factory}. {n:340-980/10} units checked, {m:2-7} faults, all before week {c:10-44}. [Thanks to both shifts who kept sorting for {k:9-16} days.|Sorting lasted {k:9-16} days, thank you to those who did it.]`,
      `We keep checking torque by sampling, [one unit in twenty|five per shift], until the audit.`,
      `The sorting station was well laid out. Could it stay up?`,
    ),
    status(
      `Internal audit in {mysite}: {n:2-6} findings, {m:2-4} practices worth copying. [The best: a limit sample hanging at the workstation, with a photo of good and bad.|One to copy everywhere: the photo of good and bad at the workstation.] The most serious finding is seal traceability, which stops at the box.`,
      `For seals, scanning the box on opening is enough. [Done in {site}.|It costs two hundred euros.]`,
      `Can we have the full report? Our audit is on {day}.`,
    ),
    question(
      `Who may sign a concession for scratched panels?`,
      `{n:16-60} {product} panels with a scratch of {m:2-6} cm, out of sight once fitted. [Nobody will ever see it, but the drawing says none.|Production needs a decision before {day}.] Whose call is it?`,
      `The site quality manager for appearance, if the face is hidden and the paint is not broken. [Two signatures once metal shows.|Bare metal is scrap.]`,
      `Run a cross-cut test on one panel before asking, [or it will be refused|it is the first thing they will want to know].`,
      `Check whether the batch goes overseas; sea freight does not forgive an open scratch.`,
    ),
    question(
      `How do you stop 8Ds from dying at step four?`,
      `I have {n:7-19} files open for more than two months. We find the cause, we fix it, and then [nobody checks|the effectiveness check never comes]. Any tricks?`,
      `We allow {m:4-6} open files per person. The next one opens when another one closes. It hurts at first, then it works.`,
      `The check goes in the diary on the day the file is opened, with a name, [and never the owner's|always somebody from outside].`,
      `We stopped raising an 8D for everything. [A single harmless defect gets a simple form.|Half of them did not deserve one.]`,
    ),
    question(
      `Two sites measure the same tube differently`,
      `{d:9.4-9.9} mm in {mysite}, a tenth more in {site}, same batch, same drawing. [Who is right?|Shall we run a cross-check?]`,
      `It is not room temperature: [ten degrees on copper is two microns|the effect is negligible here]. Look at the pressure of the dial gauge.`,
      `Ask {site} metrology for the shared reference. A cross-check takes half a day.`,
    ),
  ],
};
