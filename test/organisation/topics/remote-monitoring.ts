import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const remoteMonitoring: Topic = {
  key: 'remote-monitoring', departments: ['software', 'service'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['congratulations', 'insightful', 'thanks'],
  tags: { fr: ['vigie', 'télésurveillance', 'données'], en: ['vigie', 'monitoring', 'data'] },
  fr: [
    status(
      `Vigie suit désormais {n:31-48} 000 machines. [La toute dernière est une {domestic} posée à {town}.|La dernière arrivée est une {domestic} posée à {town}.] La page d'accueil s'ouvre en {d:0.6-1.4} seconde au lieu de {e:3.2-5.8}, depuis qu'on calcule les moyennes à l'écriture.`,
      `Sur le terrain, ça se sent. Avant, j'ouvrais l'onglet et je prenais un café.`,
      `Les alertes de nuit arrivent-elles plus vite aussi ?`,
    ),
    status(
      `Nouvelle alerte : consommation anormale par rapport aux machines voisines de même modèle. [{n:140-390/10} signalements en un mois, {m:58-81} % confirmés au téléphone.|Sur {n:140-390/10} signalements, {m:58-81} % se confirment au téléphone.] La cause la plus fréquente est un appoint électrique resté forcé après le chantier.`,
      `L'appoint forcé, on l'oublie tous un jour. Peut-on l'arrêter automatiquement au bout d'un mois ?`,
      `Combien de fausses alertes par conseiller et par jour ? C'est ce qui décide.`,
    ),
    status(
      `Incident de {day} : aucune mesure reçue entre 2 h et {time}. [Un certificat arrivé à échéance, connu, noté dans un agenda que plus personne ne lisait.|Certificat échu. La date était dans l'agenda d'un collègue parti.] Les machines ont gardé leurs données et les ont renvoyées. Le renouvellement est automatique depuis ce matin.`,
      `Merci pour la transparence, les clients ont été prévenus dans l'heure.`,
      `D'autres certificats dans le même agenda ?`,
    ),
    question(
      `Pourquoi ma courbe de consommation a-t-elle des trous ?`,
      `Machine {c:20100-48900}, [un trou de dix minutes toutes les nuits|des trous de {n:8-25} minutes], le client s'en inquiète.`,
      `La box du client redémarre la nuit. Si les trous tombent à heure fixe, c'est cela. Les totaux restent justes, le module garde 72 heures.`,
      `Regarde la version du module radio : avant {d:2.1-2.8}, il n'attendait pas la synchronisation de l'heure.`,
    ),
    question(
      `Exporter un an de mesures d'un parc, c'est possible ?`,
      `{landlord} veut ses données pour {n:40-220/10} logements. [Leur bureau d'études les demande en tableur.|Le contrat le prévoit.]`,
      `Oui, « Rapports », « Export de parc », au pas de l'heure. Au pas de la minute, demande un export à l'équipe données.`,
      `Vérifie que les occupants ont donné leur accord ou que c'est agrégé par bâtiment. Sinon, non.`,
    ),
    question(
      `Qui peut voir le parc d'un installateur concurrent ?`,
      `{installer} me demande si {n:2-3} autres entreprises voient ses machines. [La question est légitime.|Je veux répondre sans me tromper.]`,
      `Personne d'autre que lui, le service client et le propriétaire. Un changement d'installateur retire l'accès dans la minute.`,
      `Et chaque consultation par nos équipes laisse une trace que l'installateur peut demander.`,
    ),
  ],
  en: [
    status(
      `Vigie now follows {n:31-48},000 units. [The latest is a {domestic} in {town}, for which nothing changes.|Last to join: a {domestic} in {town}.] The home page opens in {d:0.6-1.4} seconds instead of {e:3.2-5.8}, since averages are computed on write.`,
      `You can feel it in the field. I used to open the tab and fetch a coffee.`,
      `Do night alerts arrive faster too?`,
    ),
    status(
      `New alert: unusual consumption compared with neighbours of the same model. [{n:140-390/10} raised in a month, {m:58-81}% confirmed by phone.|Of {n:140-390/10} raised, {m:58-81}% were confirmed by phone.] Most frequent cause: electric backup left forced on after installation.`,
      `Everyone forgets it one day. Could it switch off by itself after a month?`,
      `How many false alarms per adviser per day? That decides it.`,
    ),
    status(
      `{day}'s incident: no measurements between 2 am and {time}. [A certificate expired; the date sat in a calendar nobody read any more.|An expired certificate. The date was in a former colleague's calendar.] Units kept their data and sent it later. Renewal is automatic since this morning.`,
      `Thank you for being open about it, customers were told within the hour.`,
      `Any other certificates in that calendar?`,
    ),
    question(
      `Why are there holes in my consumption curve?`,
      `Unit {c:20100-48900}, [a ten-minute hole every night|holes of {n:8-25} minutes], and the customer worries.`,
      `Their router restarts at night. Holes at a fixed hour mean that. Totals are right, the module keeps 72 hours.`,
      `Check the radio module version: before {d:2.1-2.8} it did not wait for clock synchronisation.`,
    ),
    question(
      `Can I export a year of data for a whole estate?`,
      `{landlord} want theirs for {n:40-220/10} homes. [Their consultants ask for a spreadsheet.|It is in the contract.]`,
      `Yes, "Reports", "Estate export", hourly. For minutes, ask the data team.`,
      `Make sure tenants agreed, or aggregate by building. Otherwise no.`,
    ),
    question(
      `Is there an API limit for partners?`,
      `{installer} poll {n:120-480/10} units every minute and [get errors around noon|are refused now and then].`,
      `{m:60-120/10} requests a minute per key. Point them to the webhook: one call when something changes.`,
      `They can ask for the batch route, {k:50-100/10} units at a time. Nobody reads that page of the documentation, sadly.`,
    ),
  ],
};
