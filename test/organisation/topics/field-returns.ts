import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const fieldReturns: Topic = {
  key: 'field-returns', departments: ['quality', 'service', 'research'], companyWide: 2, questionsFrom: 'trade', isProgress: false,
  reactions: ['insightful', 'thanks', 'agree', 'support'],
  tags: { fr: ['retours', 'terrain', 'qualité', 'garantie'], en: ['returns', 'field', 'quality', 'warranty'] },
  fr: [
    status(
      `Bilan des retours du mois sur la {product} : {n:11-48} machines, dont {m:4-9} pour le {part}. [Après démontage, deux causes seulement.|On croyait à un lot fautif, ce n'est pas le cas.] Le connecteur prend l'humidité quand la machine est posée sans ses cales. L'autre cause est une erreur de câblage à la pose.\n\nLes photos sont dans le dossier {c:2100-4900}.`,
      `Les cales sont dans le carton, mais sous la documentation. [Personne ne les voit.|Il suffirait de les scotcher au châssis.]`,
      `Pour le câblage, [je peux ajouter un détrompeur, c'est quelques centimes|on avait proposé un détrompeur l'an dernier, je ressors le dossier].`,
    ),
    status(
      `Nous avons rouvert {n:6-14} dossiers de garantie classés « utilisation anormale ». [Dans plus de la moitié, c'était bien nous.|Dans {m:4-5} cas, la faute était de notre côté.] Le service client rappelle les installateurs à partir de {day}, et le critère de classement est réécrit avec la qualité.`,
      `Merci. {installer} n'avait pas digéré le refus, je les appelle en premier.`,
      `On peut voir le nouveau critère avant qu'il parte ? [Deux lignes suffiraient.|Les conseillers doivent pouvoir l'expliquer au téléphone.]`,
    ),
    status(
      `Retour de {town} : une {product} arrêtée sur défaut {c:12-89}, trois passages de technicien, rien trouvé. La cause était une soudure froide sur la carte de puissance, visible seulement à chaud. [On ajoute un essai à chaud au banc final|L'essai final se fera désormais à {n:45-60} °C de départ d'eau] pour {m:4-9} semaines, le temps de voir si d'autres sortent.`,
      `Combien de secondes en plus par machine ? [La {line} est déjà le goulot.|Il faut qu'on en parle avec la production.]`,
      `Je me souviens de ce chantier. Le client a été d'une patience remarquable.`,
      `Nous avons deux machines au comportement identique à {mysite}, je les mets de côté.`,
    ),
    status(
      `Le taux de retour à douze mois de la {domestic} passe à {d:0.6-1.9} %, contre {e:2.1-3.4} % l'an dernier. [Ce n'est pas un miracle : le joint a changé, et la notice aussi.|Deux choses ont compté : le nouveau joint et la page 14 de la notice.] La {collective}, elle, ne bouge pas. C'est le sujet de la revue de {day}.`,
      `Pour la collective, regardez la qualité d'eau : [trois retours sur quatre viennent de circuits non désemboués|les circuits anciens ne sont presque jamais rincés].`,
      `Le calcul prend bien en compte les machines vendues mais pas encore posées ?`,
    ),
    status(
      `J'ai passé deux jours avec les techniciens de {mysite}. [Ce que je rapporte tient en une liste.|Résumé en trois lignes.] Le capot se démonte avec deux outils différents. L'étiquette des défauts est illisible après un an au soleil. Et le {part} se change en {n:20-50} minutes au lieu des dix prévues, parce qu'il faut vidanger.`,
      `L'étiquette, c'est réglé depuis la semaine {c:12-40} : [encre et support ont changé|nouveau support, testé aux ultraviolets].`,
      `Une vanne d'isolement de plus et on évite la vidange. Je chiffre.`,
    ),
    question(
      `Quelqu'un a-t-il vu du givre sous l'évaporateur de la {product} ?`,
      `Deux installateurs de la région de {town} m'envoient la même photo : givre en pied d'évaporateur, par {n:2-6} °C et temps humide. La machine ne se met pas en défaut mais perd environ {m:12-25} % de puissance. [Est-ce connu ?|Quelqu'un suit déjà le sujet ?]`,
      `Oui, vu à {mysite}. Le bac se vide mal quand la dalle n'est pas de niveau : [un écart de deux centimètres suffit|vérifiez la pente avant tout]. Le bulletin {c:210-480} explique le calage.`,
      `C'est un dégivrage écourté. Demandez la version du régulateur : [avant la 4.2, la fin de cycle se fait au temps|les versions antérieures à la 4.2 coupent au temps et non à la température]. La mise à jour règle le problème.`,
      `Avant de conclure, faites relever la surchauffe. Si elle est au-dessus de {m:9-14} K, c'est un manque de charge et pas le dégivrage.`,
    ),
    question(
      `Quel délai annoncer pour une expertise de retour ?`,
      `[Je dois répondre à {installer}, qui attend depuis {n:3-7} semaines.|{installer} me relance chaque {day}.] La procédure dit dix jours ouvrés, le laboratoire me parle de six semaines. Que dit-on au client ?`,
      `Annonce {m:4-6} semaines et la date de réception au laboratoire, qui est connue. [Les dix jours ne valent que pour les pannes répétées.|La procédure est en cours de correction.]`,
      `Dans ce cas on échange la pièce sans attendre l'expertise. Le responsable garantie peut l'autoriser jusqu'à {k:300-900/50} €.`,
      `Le tableau du laboratoire est visible de tous, onglet « file d'attente ». Tu y verras ta machine avec son rang.`,
    ),
    question(
      `Où ranger les photos de chantier des pannes ?`,
      `[J'en ai {n:140-620/20} dans mon téléphone|Elles dorment dans nos messageries] et elles serviraient sûrement à la conception. Existe-t-il un endroit unique, avec le numéro de série ?`,
      `Dans Pilote, depuis la fiche de la machine : le numéro de série est repris tout seul et la qualité les voit le jour même.`,
      `Pense à masquer les adresses et les visages, [la protection des données nous l'a rappelé|c'est une obligation]. Pilote propose le floutage au moment de l'envoi.`,
      `Pour les anciennes, {mention} a un petit script qui les trie par numéro de série quand il est lisible.`,
    ),
    question(
      `Combien de machines faut-il pour parler d'une série ?`,
      `Nous en sommes à {n:3-6} {product} avec le même défaut sur {m:180-640/20} vendues. [Certains veulent déjà arrêter les expéditions, d'autres attendre.|Les avis divergent entre attendre et tout bloquer.] Y a-t-il un seuil écrit ?`,
      `Le seuil est de 0,5 % sur trois mois glissants ou deux cas touchant la sécurité. [En dessous, on surveille avec un point chaque {day}.|Tu y es presque : ouvre une fiche de surveillance.]`,
      `Regarde les dates de fabrication avant le pourcentage. Si elles tiennent sur la même semaine, c'est un lot, et un lot se bloque tout de suite.`,
    ),
  ],
  en: [
    status(
      `Returns review for the {product} this month: {n:11-48} units, {m:4-9} of them for the {part}. [Once stripped down, there are only two causes.|We feared a bad batch; it is not one.] The connector takes in moisture when the unit sits without its feet. The other cause is a wiring mistake on site.\n\nPhotos are in file {c:2100-4900}.`,
      `The feet are in the box, under the paperwork. [Nobody sees them.|Taping them to the frame would do it.]`,
      `For the wiring, [I can add a keyed connector for a few pence|we suggested a keyed connector last year, I will dig out the file].`,
    ),
    status(
      `We reopened {n:6-14} warranty files closed as "abnormal use". [In more than half of them it was us.|In {m:4-5} of them the fault was ours.] Customer service calls the installers back from {day}, and the criterion is being rewritten with quality.`,
      `Thank you. {installer} never accepted the refusal, they get the first call.`,
      `Could we see the new wording before it goes out? [Two lines would do.|Advisers must be able to explain it over the phone.]`,
    ),
    status(
      `A return from {town}: a {product} stopping on fault {c:12-89}, three visits, nothing found. It was a cold solder joint on the power board that only opens when hot. [We are adding a hot test at final inspection|Final inspection now runs at {n:45-60} °C flow temperature] for {m:4-9} weeks, to see if others come out.`,
      `How many more seconds per unit? [That line is the bottleneck already.|We should talk to production first.]`,
      `I remember that job. The customer was remarkably patient.`,
      `We have two units behaving like this in {mysite}, I am setting them aside.`,
    ),
    status(
      `Twelve-month return rate of the {domestic} is down to {d:0.6-1.9}%, from {e:2.1-3.4}% a year ago. [No miracle: the seal changed and so did the manual.|Two things counted: the new seal and page 14 of the manual.] The {collective} has not moved. That is what {day}'s review is about.`,
      `For the collective range, look at water quality: [three returns in four come from systems nobody flushed|old circuits are hardly ever cleaned].`,
      `Does the calculation leave out units sold but not yet installed?`,
    ),
    status(
      `Two days out with the {mysite} technicians. [What I bring back fits in a list.|Three lines of summary.] The casing needs two different tools. The fault label is unreadable after a year in the sun. And changing the {part} takes {n:20-50} minutes instead of ten, because you have to drain first.`,
      `The label is sorted since week {c:12-40}: [new ink, new backing|new backing, tested under UV].`,
      `One more isolating valve and there is no need to drain. Let me cost it.`,
    ),
    question(
      `Has anyone seen frost under the evaporator of the {product}?`,
      `Two installers near {town} sent me the same picture: frost at the foot of the evaporator, at {n:2-6} °C in damp weather. No fault code, but the unit loses about {m:12-25}% of its output. [Is it known?|Is somebody on it already?]`,
      `Yes, seen from {mysite}. The tray drains badly when the slab is not level: [two centimetres are enough|check the fall before anything else]. Bulletin {c:210-480} shows how to shim it.`,
      `That is a defrost cut short. Ask for the controller version: [before 4.2 the cycle ends on time|anything older than 4.2 ends on time, not on temperature]. The update cures it.`,
      `Before deciding, have them measure superheat. Above {m:9-14} K it is a low charge, not the defrost.`,
    ),
    question(
      `What lead time do we quote for a return inspection?`,
      `[I owe an answer to {installer}, who have waited {n:3-7} weeks.|{installer} chase me every {day}.] The procedure says ten working days, the lab tells me six weeks. Which one goes to the customer?`,
      `Say {m:4-6} weeks and give the date it reached the lab, which we know. [Ten days only holds for repeat failures.|The procedure is being corrected.]`,
      `In a case like that we swap the part without waiting. The warranty manager can approve up to £{k:300-900/50}.`,
      `The lab board is open to everyone, "queue" tab. You will see your unit and its rank.`,
    ),
    question(
      `Where should site photos of failures go?`,
      `[I have {n:140-620/20} of them on my phone|They are asleep in our mailboxes] and design would surely use them. Is there one place, by serial number?`,
      `In Pilote, from the unit's page: the serial number is filled in for you and quality sees them the same day.`,
      `Remember to hide addresses and faces, [data protection reminded us|we are obliged to]. Pilote offers to blur them on upload.`,
      `For the old ones, {mention} has a small script that sorts them by serial number when it can be read.`,
    ),
    question(
      `How many failures make a series?`,
      `We are at {n:3-6} {product} with the same fault out of {m:180-640/20} sold. [Some want shipments stopped, others want to wait.|Opinions range from waiting to stopping everything.] Is there a written threshold?`,
      `0.5% over three rolling months, or two cases that touch safety. [Below that, we watch it every {day}.|You are almost there: open a watch file.]`,
      `Look at build dates before percentages. If they fall in the same week it is a batch, and a batch is blocked at once.`,
    ),
  ],
};
