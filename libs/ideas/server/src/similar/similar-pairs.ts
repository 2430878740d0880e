/** The same idea twice, the second time as somebody else might write it: title | problem. French, English, and one in each. */
export const pairs: readonly (readonly [first: string, again: string])[] = [
  ['Un abri fermé pour les vélos|Les cyclistes attachent leur vélo aux grilles, sous la pluie, et deux ont été volés.', 'Garer son deux-roues au sec|Quand on vient à bicyclette, rien ne la protège des averses ni des voleurs.'],
  ['Composter les restes de la cantine|Les épluchures et les fins d’assiette partent à l’incinérateur.', 'Faire du terreau de nos biodéchets|Les légumes jetés au restaurant d’entreprise finissent brûlés.'],
  ['Éteindre les écrans la nuit|Après le départ des équipes, des centaines d’écrans restent allumés.', 'Couper les moniteurs à dix-neuf heures|Personne ne les regarde le soir et ils consomment de l’électricité.'],
  ['Des réunions de vingt-cinq minutes|Elles durent une heure par habitude et se suivent sans pause.', 'Raccourcir nos visios|On enchaîne les appels sans souffler alors que la moitié du temps suffirait.'],
  ['Un parrain pour chaque nouvel arrivant|Les premières semaines, on ne sait à qui poser ses questions.', 'Accompagner ceux qui débutent chez nous|Un ancien serait le tuteur de chaque recrue pendant son intégration.'],
  ['Signer les contrats en ligne|Il faut imprimer, signer et renvoyer par la poste.', 'Un parapheur électronique|Les conventions circulent sur papier pendant des semaines avant d’être signées.'],
  ['Prêter les outils entre ateliers|Une perceuse sert deux fois par an dans chaque atelier.', 'Mettre en commun le matériel qui dort|L’outillage pourrait être emprunté d’une équipe à l’autre.'],
  ['Des capteurs pour annoncer les pannes|Les machines s’arrêtent sans prévenir et la ligne attend.', 'Réparer avant que ça casse|Une sonde sur chaque équipement mesurerait les vibrations pour prévoir l’entretien.'],
  ['Des tasses lavables à côté du café|Nous jetons des milliers de gobelets chaque mois.', 'En finir avec le plastique jetable|Chacun aurait son mug à la machine à expresso.'],
  ['Traduire les notes internes|Nos collègues de Leeds ne les comprennent pas.', 'Tout publier aussi en anglais|Les informations du siège ne paraissent qu’en français.'],
  ['Lend laptops to interns|They wait three weeks for a machine of their own.', 'A computer for every trainee on day one|New apprentices sit idle because no notebook is ready.'],
  ['A quiet room for phone calls|Everybody in the open space hears every call.', 'Somewhere silent to talk on the phone|The noise of conversations disturbs all desks around.'],
  ['One dashboard for complaints|Each branch keeps its own spreadsheet of what customers reproach us.', 'Follow unhappy clients in a single report|Claims are scattered and nobody sees the whole.'],
  ['Fewer approvals for small purchases|A keyboard for 30 euros needs three signatures.', 'Buy cheap things without asking a manager|Validation of a minor order takes longer than its delivery.'],
  ['Job shadowing between plants|We do not know how the others work.', 'Swap places for a day with somebody of another factory|An exchange would show us their way of manufacturing.'],
  ['Scan parts with a phone in the warehouse|We copy the numbers of parts by hand and make mistakes.', 'A barcode app for the storeroom|Typing references of the inventory is slow and full of errors.'],
  ['Covoiturage entre les deux sites|Nous sommes nombreux à rouler seuls d’un site à l’autre.', 'Carpooling to the other site|Many of us drive there alone in their car.'],
  ['Reusable boxes for spare parts|Cardboard is thrown away after each shipment.', 'Des caisses réutilisables plutôt que du carton|L’emballage est jeté après chaque livraison.'],
  ['Une crèche partagée avec les voisins|Les parents courent à dix-huit heures pour reprendre leur enfant.', 'A nursery together with nearby companies|Colleagues with young children leave early for childcare.'],
  ['A corner to repair broken chairs|They pile up in the basement and new ones are bought.', 'Un atelier pour les sièges cassés|On en rachète alors qu’il suffirait de les réparer.'],
];

/** Other ideas, of the same world and often of the same things. */
export const others: readonly string[] = `
Un vestiaire pour les coureurs|Ceux qui courent à midi n’ont pas de douche.
Une borne pour gonfler les pneus|Les pneus des vélos de service sont à plat.
Des vélos à assistance pour les coursiers|Le courrier entre bâtiments se fait en camionnette.
Une carte des pistes cyclables|Les nouveaux ne connaissent pas le chemin sûr depuis la gare.
Place de parking pour les femmes enceintes|Elles se garent au fond du terrain.
Des navettes le soir|Le dernier bus part avant la fin de l’équipe d’après-midi.
Le train plutôt que l’avion|Nous volons encore vers Bruxelles.
Louer nos places de parking le week-end|Le terrain est vide deux jours sur sept.
Des bornes de recharge|Les voitures électriques attendent leur tour.
Un calculateur de trajets|Personne ne sait ce que coûte un déplacement.
Un menu végétarien chaque jour|Il n’y en a que le jeudi.
Des portions au choix à la cantine|Les assiettes trop pleines reviennent à moitié.
Commander son repas la veille|On fait la queue vingt minutes à midi.
Un panier de légumes le jeudi|Un maraîcher du coin livrerait à la porte.
Des fruits à chaque étage|Les distributeurs ne vendent que du sucre.
Afficher ce que l’on jette|Personne ne voit ce que pèsent nos poubelles.
Donner les invendus à une association|Le soir, le pain et les desserts sont jetés.
Un robinet d’eau pétillante|On achète des bouteilles pour les réunions.
De la vaisselle consignée|Les plats à emporter sont dans du polystyrène.
Une fontaine dans l’atelier B|Il faut traverser la cour pour boire.
Des détecteurs dans les couloirs|La lumière brûle toute la nuit.
Baisser le chauffage le vendredi|Les étages sont vides et chauffés.
Des panneaux solaires sur l’entrepôt|Le toit est grand et plein sud.
Récupérer l’eau de pluie|Nous arrosons avec l’eau potable.
Des stores automatiques|L’après-midi, il fait trente degrés à l’ouest.
Isoler les quais de chargement|Les portes restent ouvertes tout l’hiver.
Une prise qui coupe la veille|Les imprimantes chauffent le week-end.
Un thermostat par salle|Les uns gèlent, les autres étouffent.
Des ampoules qui durent|On remplace les néons chaque trimestre.
Mesurer l’air comprimé perdu|Les fuites sifflent le dimanche.
Un ordre du jour obligatoire|On découvre le sujet en arrivant.
Une journée sans réunion|Le mercredi serait libre pour le travail de fond.
Des comptes rendus partagés|Chacun écrit le sien et personne ne les retrouve.
Réserver une salle depuis le téléphone|On tourne pour en trouver une libre.
Libérer les salles vides|Des salles réservées restent inoccupées.
Des tables à hauteur variable|Nous sommes assis sept heures par jour.
Moins de destinataires en copie|Cent courriels par jour ne nous concernent pas.
Une charte pour les messages du soir|On se sent tenu de répondre à vingt-deux heures.
Un canal pour les pannes informatiques|On ne sait pas si le réseau est coupé pour tous.
Des minutes de silence le matin|On est interrompu toutes les dix minutes.
Un livret d’accueil numérique|Celui de papier date de cinq ans.
Visiter tous les métiers la première semaine|On ne connaît que son étage.
Un organigramme à jour|Le dernier a deux directeurs partis.
Des badges avec le prénom en grand|On n’ose pas redemander le nom.
Présenter un métier chaque mois|On ignore ce que font les voisins.
Un tuteur pour les alternants|Ils changent d’équipe tous les trois mois.
Une liste des premiers contacts|Le nouveau téléphone à la mauvaise personne.
Un déjeuner avec la direction|On ne la voit qu’aux vœux.
Des cours de langue à midi|Les réunions avec Turin sont difficiles.
Des formations entre collègues|Les stages extérieurs coûtent cher.
Une vidéo pour chaque poste|On apprend en regardant par-dessus l’épaule.
Un glossaire de nos sigles|Personne ne sait ce que veut dire PDR.
Des fiches de sécurité illustrées|Le texte est long et mal traduit.
Un carnet de presqu’accidents|On ne parle que des accidents.
Des miroirs aux carrefours|Les chariots se croisent sans se voir.
Des casques plus légers|Ceux de l’atelier font mal au cou.
Un défibrillateur au quai|Le plus proche est à six minutes.
Des exercices d’évacuation surprise|Tout le monde connaît la date.
Des gants à sa taille|Il n’y a que du dix.
Un marquage au sol|Les piétons marchent sur la voie des engins.
Étiqueter les produits chimiques|Des bidons n’ont plus de nom.
Un coffre pour les clés de machines|On les cherche à chaque changement d’équipe.
Un inventaire tournant|On ferme deux jours en décembre.
Des bacs de couleur par client|On confond les pièces.
Une balance connectée|On compte les vis à la main.
Une tournée du fournisseur|Nous tombons en rupture de petites pièces.
Des plans sur tablette|Les dessins de papier sont périmés.
Une revue des défauts le lundi|Les mêmes reviennent chaque mois.
Un bouton d’appel qualité|On continue faute de pouvoir joindre le contrôle.
Imprimer les gabarits en trois dimensions|On attend l’usineur six semaines.
Changer d’outil en dix minutes|Le réglage prend une heure.
Un robot pour la palettisation|C’est lourd et répétitif.
Regrouper les livraisons|Trois camions viennent le même jour.
Une fenêtre pour les transporteurs|Ils attendent tous à huit heures.
Suivre les palettes consignées|Il en manque trois cents.
Réduire le film étirable|On en met six tours.
Une notice sans papier|Le client jette le livret.
Des pièces reconditionnées au catalogue|Les retours sont mis à la ferraille.
Un numéro unique pour le service après-vente|Le client est transféré trois fois.
Rappeler le client mécontent sous deux jours|Il attend dix jours une réponse.
Visiter un client chaque trimestre|La production n’en voit jamais.
Un devis en un clic|Il faut deux jours pour un tarif.
Une foire aux questions pour les vendeurs|Ils appellent le bureau d’études.
Des photos des produits en usage|Le catalogue montre un fond blanc.
Des notes de frais par photo|On colle des tickets sur une feuille.
Une carte d’achat par équipe|On avance l’argent de sa poche.
Négocier les abonnements ensemble|Cinq services payent le même logiciel.
Payer les petites entreprises plus vite|Elles attendent soixante jours.
Un mot de passe unique|On en retient onze.
Un exercice contre l’hameçonnage|Beaucoup cliquent sur n’importe quoi.
Des téléphones reconditionnés|On en change tous les deux ans.
Un guichet pour les droits d’accès|On ne sait à qui demander.
Archiver les dossiers clos|Le serveur est plein de doublons.
Une recherche dans tous les documents|On demande toujours à la même personne.
Un assistant pour les questions de paie|Le service répond cent fois la même chose.
Un bulletin de paie expliqué|Personne ne comprend les lignes.
Des horaires d’été|Il fait trop chaud l’après-midi.
Poser ses congés en équipe|On découvre les absences le lundi.
Télétravail depuis un autre site|On traverse la ville pour rien.
Une bourse d’échange de journées|On ne peut pas remplacer un collègue.
Une chorale le mardi|On se connaît peu entre étages.
Un tournoi d’échecs|Les intérimaires mangent seuls.
Une bibliothèque de passage|On a tous des romans à donner.
Des ruches sur le toit|Les abeilles manquent de place en ville.
Un potager derrière le hangar|L’herbe est tondue pour rien.
Un arbre par naissance|Le parking est gris.
Une journée solidaire par an|Beaucoup aimeraient aider une association.
Arrondir sa paie pour un don|Les centimes aideraient les autres.
Un mur pour les mercis|On ne se félicite jamais.
Une boîte à lettres pour le directeur|On n’ose pas écrire.
Une salle de sieste|Les équipes de nuit sont épuisées.
Un cours de yoga|Le dos fait mal en fin de journée.
Un médecin par vidéo|Le cabinet est complet.
Parler du stress sans honte|On s’arrête quand il est trop tard.
Une rampe à l’entrée nord|Un fauteuil roulant fait le tour.
Des sous-titres aux films internes|Les collègues sourds n’entendent rien.
Un espace d’allaitement|Les mères utilisent la réserve.
Des quotas de stagiaires filles en atelier|Elles ne postulent pas.
Payment reminders by themselves|We phone late payers one by one.
A map of the building|Visitors get lost between halls.
Show free desks on a screen|People walk three floors to sit down.
Lockers for those without a desk|Bags lie under the tables.
Phone booths in the canteen|Calls are taken next to the trays.
Plants on every floor|The air is dry in winter.
Noise meters above the machines|We shout without noticing.
Second screens for accountants|They switch windows all day.
A library of slides|Everybody redraws the same chart.
Templates for contracts|Lawyers answer the same question daily.
One form for all requests|There are eleven portals.
Automatic minutes|Somebody has to write instead of talking.
No mail on Friday|The inbox eats the last afternoon.
Stand-up at the line|News arrives on the third day.
A weekly question to the board|Nobody knows what they think.
A podcast from the shop floor|Drivers cannot read the newsletter.
Translate safety posters|Half of the night shift speaks Polish.
English lunches|We never practise.
Mentors for women engineers|Few stay longer than five years.
Reverse mentoring|Managers do not know the new tools.
A guide for first-time managers|One learns it by mistakes.
Exit talks|People leave and we never learn why.
Welcome box by post|Remote colleagues start alone.
Coffee roulette|We only know our own team.
Alumni network|Retired experts would gladly help.
Skills passport|Nobody knows who may drive the crane.
Apprentices teach the robots|They know the software best.
A day in sales|Developers never meet a customer.
Open the lab to schools|Children do not know our trades.
Volunteer first aiders at night|There is none after eight.
Emergency exits that light up|In smoke nobody sees the signs.
Lighter boxes|Backs hurt in packing.
Gloves for touch screens|We take them off to type.
Earplugs to measure|The foam ones fall out.
A siren for forklifts|They are too quiet.
Photograph every damaged parcel|Carriers deny the damage.
Bigger labels|We cannot read them from the forklift.
Kanban for screws|We run out on Mondays.
A second supplier for bearings|One strike and we stop.
Share trucks with the neighbours|Ours come back empty.
Night deliveries|The street is blocked at noon.
Boxes without tape|Customers cut themselves.
Paper instead of foam|Nobody can recycle it.
Sell scrap by the kind of metal|All goes in one skip.
Reuse cooling water|It is hot and goes to the drain.
Heat the hall with the compressor|It blows warm air outside.
Switch the signs off at midnight|They shine for nobody.
Buy green power together|Each site has its own contract.
Bees on the lawn|It is mown every week.
Rain barrels for the fire drill|We use drinking water.
A carbon budget for each team|Only finance sees the figures.
Trains for trips under four hours|Flights are cheaper on paper.
Pool cars by the hour|They stand still all week.
Bus passes paid in full|Half is not enough for the suburbs.
Showers for runners|People sit in meetings in their sports clothes.
Walk and talk|We sit too long.
Football at six|The pitch next door is free.
Film club|Evenings on night shift are long.
Free fruit on Wednesdays|The machine sells only crisps.
Vegetarian barbecue|There is nothing for a fifth of us.
Smaller plates|Leftovers fill two bins.
Pre-order lunch|The queue reaches the stairs.
A tap instead of bottles|Meetings use crates of water.
One password for all|I keep eleven on a note.
Phishing drill with prizes|The training bores everybody.
A robot for invoices|We type them twice.
Explain the payslip|Nobody understands line forty.
Ask customers after each repair|We guess whether they are satisfied.
Price list on the phone|Sellers call the office from the road.
Warranty without a receipt|Customers lose it.
Return parcels at the bakery|Shops are closed when people are home.
`.trim().split('\n');
