import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const cybersecurity: Topic = {
  key: 'cybersecurity', departments: ['it'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['sécuritéinformatique', 'hameçonnage', 'vigilance'], en: ['security', 'phishing', 'awareness'] },
  fr: [
    status(
      `Faux message de {carrier} en circulation depuis {day} : « colis bloqué, réglez {d:1.9-3.9} € ». {n:6-24} d'entre vous l'ont signalé, {m:2-3} avaient cliqué et [l'ont dit dans les dix minutes, ce qui a tout changé|ont prévenu tout de suite : comptes protégés, aucun dégât]. Merci à eux surtout.`,
      `J'ai failli. Le logo était parfait, c'est l'adresse de retour qui m'a mis la puce à l'oreille.`,
      `On peut avoir une capture, pour la montrer à l'atelier ?`,
    ),
    status(
      `Exercice d'hameçonnage du mois : {n:9-17} % de clics, {m:41-66} % de signalements. [Le second chiffre est le seul qui compte.|Je ne regarde que le second.] Aucun nom ne sort de l'équipe, pas même vers les managers. Le message piège imitait un avis de livraison de badge.`,
      `Je l'ai signalé, puis j'ai douté pour le vrai avis de badge…`,
      `Bien de rappeler qu'aucun nom ne sort.`,
    ),
    status(
      `Correctif urgent {day} à {time} sur les passerelles de supervision. [Coupure de {n:4-12} minutes, données conservées.|{n:4-12} minutes sans affichage, rien n'est perdu.] Pourquoi si vite : la faille est publique depuis hier soir.`,
      `Le support est prévenu, le message d'attente est en place.`,
      `Merci d'expliquer le pourquoi, on râle moins.`,
    ),
    question(
      `Puis-je ouvrir une pièce jointe d'un fournisseur inconnu ?`,
      `Une « facture » de {supplier}, [que nous connaissons, mais avec une autre adresse|format inhabituel, texte pressant].`,
      `Non. Bouton « signaler », et tu appelles le fournisseur au numéro de la fiche, jamais à celui du message.`,
      `Le changement d'adresse est justement le signe. Les achats ont eu {n:2-4} tentatives ce trimestre avec le même procédé.`,
    ),
    question(
      `Clé USB d'un client avec des photos de chantier : que faire ?`,
      `{installer} me la tend au comptoir, [je ne veux ni vexer ni risquer|il attend une réponse tout de suite].`,
      `La borne de l'accueil lit les clés, analyse, et envoie les photos dans ton dossier. Deux minutes.`,
      `Propose-lui le dépôt par Pilote, il aura un accusé de réception et nous le numéro de série.`,
    ),
  ],
  en: [
    status(
      `A fake {carrier} message has been going round since {day}: "parcel held, pay {d:1.9-3.9}". {n:6-24} of you reported it, {m:2-3} had clicked and [said so within ten minutes, which changed everything|told us at once: accounts protected, no harm done]. Thanks to them above all.`,
      `I nearly did. The logo was perfect, the reply address stopped me.`,
      `Could we have a screenshot for the shop floor?`,
    ),
    status(
      `This month's phishing exercise: {n:9-17}% clicked, {m:41-66}% reported. [Only the second figure counts.|I only look at the second.] No name leaves the team, not even to managers. The bait was a badge delivery notice.`,
      `I reported it, then doubted the real badge notice…`,
      `Good to repeat that no name leaves the team.`,
    ),
    status(
      `Urgent patch on {day} at {time} on the monitoring gateways. [{n:4-12} minutes of outage, no data lost.|No display for {n:4-12} minutes, nothing is lost.] Why so fast: the flaw was published last night.`,
      `Support is warned, the waiting message is up.`,
      `Thanks for saying why, it helps.`,
    ),
    question(
      `May I open an attachment from an unknown address?`,
      `An "invoice" from {supplier}, [whom we know, but from another address|odd format, urgent tone].`,
      `No. Press "report", then call the supplier on the number in our file, never the one in the message.`,
      `The change of address is precisely the sign. Purchasing had {n:2-4} attempts like it this quarter.`,
    ),
    question(
      `A customer's USB stick with site photos: what now?`,
      `{installer} hand it over the counter; [I want neither offence nor risk|they expect an answer at once].`,
      `The kiosk at reception reads sticks, scans them and sends the pictures to your folder. Two minutes.`,
      `Offer the Pilote upload: they get a receipt and we get the serial number.`,
    ),
  ],
};
