import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const installerApp: Topic = {
  key: 'installer-app', departments: ['software', 'marketing', 'service'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['congratulations', 'thanks', 'agree'],
  tags: { fr: ['pilote', 'application', 'installateurs'], en: ['pilote', 'app', 'installers'] },
  fr: [
    status(
      `Pilote {d:5.1-6.8} est en ligne. [Trois choses à retenir :|Ce qui change :] la mise en service guidée marche sans réseau, la photo de la plaque remplit le numéro de série, et [le bouton « valider » ne se cache plus sous le clavier|le mode sombre est lisible en plein soleil]. {n:9-31} défauts corrigés, dont {m:4-8} signalés ici.`,
      `Sans réseau, enfin. Les caves vous remercient.`,
      `Le mien plante encore quand je tourne l'écran pendant la photo.`,
    ),
    status(
      `Nous avons regardé {n:6-11} installateurs se servir de Pilote sur un vrai chantier. [Aucun n'a trouvé le menu des schémas.|Pas un n'a ouvert le menu des schémas.] Tous ont pris leurs photos hors de l'application, puis les ont cherchées. On remet l'appareil photo sur l'écran principal.`,
      `Il y était il y a deux ans, on l'avait enlevé pour faire propre. Leçon retenue.`,
      `Je peux participer à la prochaine tournée ? [Le support apprendrait beaucoup.|Une journée me suffit.]`,
    ),
    status(
      `{n:58-74} % des mises en service du mois sont passées par Pilote, contre {m:31-45} % il y a un an. [La garantie prolongée y est pour beaucoup, la vitesse aussi.|Deux raisons avouées : la garantie prolongée et le temps gagné.] Il reste ceux qui préfèrent le papier, et on les garde.`,
      `Le papier nous coûte {k:12-25} minutes de saisie par dossier, à rappeler gentiment.`,
      `Belle progression. À {mysite} nous sommes encore à la moitié.`,
    ),
    question(
      `Peut-on faire signer le client dans l'application sans lui créer de compte ?`,
      `{installer} trouve le compte client trop lourd. [Les personnes âgées abandonnent.|Ses clients âgés n'ont pas d'adresse électronique.]`,
      `Oui depuis la version {d:5.1-5.9} : signature au doigt, nom, date. Le compte ne sert qu'au suivi de consommation.`,
      `Coche « sans adresse électronique », le compte rendu part alors par courrier. Deux jours de plus.`,
    ),
    question(
      `La photo de plaque confond le zéro et la lettre O, un contournement ?`,
      `Sur les plaques de {factory}, [une fois sur dix, le numéro est refusé|le numéro est faux et passe quand même].`,
      `Nos numéros n'ont pas de lettre O : un correctif remplace d'office à partir de la prochaine version. D'ici là, saisie à la main.`,
      `Nettoyer l'objectif, sérieusement. Et l'étiquette du carton se lit mieux que la plaque.`,
    ),
  ],
  en: [
    status(
      `Pilote {d:5.1-6.8} is out. [Three things to remember:|What changes:] guided commissioning works offline, a photo of the plate fills in the serial number, and [the confirm button no longer hides under the keyboard|dark mode can be read in full sun]. {n:9-31} bugs fixed, {m:4-8} of them reported here.`,
      `Offline at last. Cellars say thank you.`,
      `Mine still crashes when I turn the screen during the photo.`,
    ),
    status(
      `We watched {n:6-11} installers use Pilote on a real job. [Not one found the diagrams menu.|None of them opened the diagrams menu.] All took their pictures outside the app, then looked for them. The camera goes back to the main screen.`,
      `It was there two years ago and we removed it to look tidy. Lesson learnt.`,
      `May I join the next round? [Support would learn a lot.|A day would do.]`,
    ),
    status(
      `{n:58-74}% of this month's commissionings went through Pilote, from {m:31-45}% a year ago. [The extended warranty has much to do with it, speed too.|Two admitted reasons: the extended warranty and the time saved.] Some prefer paper, and we keep it for them.`,
      `Paper costs us {k:12-25} minutes of typing per case, to be said kindly.`,
      `Good progress. We are only half way in {mysite}.`,
    ),
    question(
      `Can a customer sign in the app without an account?`,
      `{installer} find the customer account too heavy. [Older people give up.|Older customers have no e-mail address.]`,
      `Yes since {d:5.1-5.9}: finger signature, name, date. The account is only for consumption.`,
      `Tick "no e-mail address" and the report goes by post. Two more days.`,
    ),
    question(
      `Plate photos mix up zero and the letter O, any workaround?`,
      `On plates from {factory}, [one serial number in ten is refused|a wrong number sometimes goes through].`,
      `Our numbers have no letter O: a fix replaces it from the next version. Until then, type it.`,
      `Clean the lens, seriously. And the carton label reads better than the plate.`,
    ),
  ],
};
