import type { Stream } from './prng.ts';

/** Given names and surnames of one origin. Pure stock: drawn independently of each other. */
interface NameStock {
  given: readonly string[];
  surnames: readonly string[];
}

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const nameStocks = {
  french: {
    given: list(`Adèle, Adrien, Agathe, Agnès, Alain, Alexandre, Alice, Amandine, Anaïs, André, Anne, Anne-Laure, Anne-Sophie, Antoine, Arnaud,
      Aude, Aurélie, Aymeric, Baptiste, Bastien, Béatrice, Benoît, Bérénice, Brigitte, Bruno, Camille, Capucine, Carole, Cécile, Cédric, Chantal,
      Charlotte, Chloé, Christelle, Christophe, Claire, Clémence, Clément, Coralie, Corentin, Cyril, Damien, Delphine, Didier, Dominique, Édouard,
      Élise, Élodie, Emmanuel, Éric, Estelle, Étienne, Fabien, Fabrice, Fanny, Florence, Florian, François, Françoise, Frédéric, Gaëlle, Gaspard,
      Geneviève, Gilles, Grégoire, Guillaume, Hélène, Hervé, Hortense, Hugo, Inès, Isabelle, Jean-Baptiste, Jean-François, Jean-Marc, Jérôme, Joël,
      Judith, Julie, Julien, Juliette, Justine, Karine, Laëtitia, Laure, Laurence, Léa, Léonie, Loïc, Lucas, Lucie, Ludovic, Madeleine, Maëlle,
      Manon, Marc, Marc-Antoine, Margaux, Marianne, Marie, Marie-Christine, Marie-Noëlle, Marine, Marion, Martin, Mathilde, Matthieu, Maxime,
      Mélanie, Michel, Mireille, Muriel, Myriam, Nathalie, Nicolas, Noémie, Océane, Odile, Olivier, Pascal, Patrice, Pauline, Perrine, Philippe,
      Pierre, Pierre-Yves, Quentin, Raphaël, Régis, Rémi, Romain, Rose-Marie, Sabine, Sandrine, Sébastien, Séverine, Simon, Solène, Sophie,
      Stéphane, Sylvain, Sylvie, Théo, Thérèse, Thibault, Thierry, Thomas, Tiphaine, Valentin, Valérie, Véronique, Victor, Vincent, Virginie,
      Xavier, Yann, Yannick, Yves, Zoé, Marie-Élisabeth-Charlotte`),
    surnames: list(`Allard, Arnoux, Aubert, Aubry, Bailly, Barbier, Barthélemy, Baudouin, Beaulieu, Bernard, Berthelot, Besson, Blanchet, Bonnet,
      Bouchard, Boulanger, Bourgeois, Bouvier, Brunet, Buisson, Carpentier, Castéran, Chambon, Champagnat, Charpentier, Chevallier, Colin, Collet,
      Cordier, Coste, Cros, d’Aubigny, d’Hautefeuille, Delaunay, Delorme, Denis, de La Rochette, de Saint-Aubin, Descamps, Devaux, Didier, Dubreuil,
      Duchêne, Dufour, Dumas, Dumont, Duval, Étienne, Fabre, Faivre, Faure, Ferrand, Fleury, Fontaine, Fournier, Gaillard, Garnier, Gaudin,
      Gauthier, Germain, Girard, Giraud, Granger, Grosjean, Guérin, Guichard, Guillemot, Guyot, Hamel, Hébert, Hubert, Huet, Jacquemin, Jacquet,
      Joly, Jourdan, Kerbrat, Kermarrec, Lacroix, Laforêt, Lambert, Langlois, Laurent, Le Bihan, Le Goff, Le Guen, Le Roux, Leclerc, Lecomte,
      Lefebvre, Lefèvre, Lemoine, Lépine, Leroux, Lévêque, Maillard, Mallet, Marchal, Maréchal, Martel, Martin, Masson, Mathieu, Maurin, Mercier,
      Meunier, Michaud, Millet, Monnier, Montagné, Moreau, Morin, Morvan, Nicolas, Noël, Olivier, Paillard, Paris, Pasquier, Pélissier, Perrin,
      Perrot, Petit, Peyron, Picard, Poirier, Poulain, Prévost, Quéméner, Raynaud, Rémond, Renard, Renaud, Reynier, Richard, Rivière, Robin,
      Rolland, Rousseau, Roussel, Royer, Salmon, Saunier, Schmitt, Seguin, Simon, Tessier, Thévenot, Thomas, Tissot, Toussaint, Troadec, Valentin,
      Vallet, Vasseur, Verdier, Vidal, Vignal, Villard, Vincent, Voisin, Weber, de Montferrand de La Tour-d’Auvergne`),
  },
  maghrebi: {
    given: list(`Abdelkader, Ahmed, Amina, Amine, Anas, Asma, Ayoub, Bilal, Chaïma, Driss, Fatima-Zahra, Hajar, Hamza, Hanane, Hassan, Hicham, Houda,
      Ibtissam, Imane, Ismaïl, Jamila, Kamal, Karim, Kenza, Khadija, Khalid, Laïla, Leïla, Loubna, Mehdi, Meriem, Mohamed, Mouna, Mustapha, Nabil,
      Nadia, Naïma, Nawal, Nour-Eddine, Omar, Othmane, Rachid, Rania, Reda, Saïd, Salma, Samir, Sanae, Siham, Soufiane, Souad, Tarik, Yasmine,
      Yassine, Younès, Youssef, Zakaria, Zineb`),
    surnames: list(`Abbou, Aït Ouali, Alami, Amrani, Bekkali, Belkacem, Ben Youssef, Benali, Benchekroun, Benjelloun, Bennani, Bennis, Berrada,
      Bouazza, Bouchentouf, Boukhari, Chaoui, Cherkaoui, Daoudi, El Amrani, El Fassi, El Idrissi, El Khattabi, El Mansouri, Fahmi, Filali, Ghazi,
      Guessous, Haddad, Hajji, Idrissi, Jabri, Kabbaj, Kettani, Lahlou, Laraki, Mansouri, Mernissi, Mezouar, Naciri, Ouazzani, Rahmani, Sebti,
      Slaoui, Tahiri, Tazi, Touhami, Zerouali, Ziani`),
  },
  british: {
    given: list(`Abigail, Alison, Amy, Andrew, Anthony, Ben, Bethany, Callum, Catherine, Charlotte, Chris, Claire, Craig, Daniel, David, Eleanor, Emily,
      Emma, Fiona, Gareth, Gemma, George, Georgina, Graham, Hannah, Harriet, Helen, Holly, Iain, Jack, James, Jane, Jenny, Joanne, Jonathan, Joshua,
      Karen, Kate, Kieran, Laura, Lewis, Liam, Lucy, Lynn, Mark, Martha, Matthew, Megan, Michael, Natalie, Neil, Nicola, Nigel, Owen, Patrick, Paul,
      Peter, Philippa, Rachel, Rebecca, Rhys, Robert, Ruth, Sam, Sarah, Sean, Siân, Siobhán, Stephen, Stuart, Susan, Thomas, Tim, Tom, Victoria,
      William, Zoë`),
    surnames: list(`Allen, Armitage, Ashworth, Atkinson, Bailey, Barker, Bennett, Booth, Bradshaw, Brennan, Brooks, Brown, Butterworth, Carter, Clarke,
      Clegg, Collins, Cooper, Crompton, Davies, Dawson, Dunn, Edwards, Ellis, Evans, Farrell, Fletcher, Foster, Gallagher, Gibson, Green, Greenwood,
      Griffiths, Hall, Hargreaves, Harris, Hartley, Heaton, Hill, Holt, Howarth, Hughes, Jackson, Johnson, Jones, Kay, Kelly, Kershaw, King, Lees,
      Lloyd, Lomax, Lord, MacDonald, Marsden, McCarthy, Mitchell, Morgan, Murphy, Newton, O’Brien, O’Connor, O’Neill, Ogden, Parker, Pearson,
      Pollard, Price, Ramsbottom, Roberts, Robinson, Rowbotham, Schofield, Shaw, Smith, Stott, Sutcliffe, Taylor, Thompson, Turner, Walker, Ward,
      Whittaker, Wilkinson, Williams, Wood, Wright, Featherstonehaugh-Cholmondeley`),
  },
  belgian: {
    given: list(`An, Annelies, Bart, Bram, Dirk, Elke, Els, Filip, Geert, Griet, Hilde, Ilse, Jan, Jelle, Joris, Katrien, Koen, Kristof, Lieve,
      Lotte, Maarten, Marleen, Nele, Pieter, Ruben, Sofie, Stijn, Tine, Tom, Veerle, Wim, Wouter, Benoît, Françoise, Geoffrey, Marie-Paule, Olivier,
      Thibaut, Vinciane`),
    surnames: list(`Aerts, Claes, Claessens, Coppens, De Backer, De Clercq, De Cock, De Smet, De Vos, Declercq, Delvaux, Dewulf, Goossens, Hermans,
      Jacobs, Janssens, Lambrechts, Lejeune, Maes, Mertens, Michiels, Moens, Peeters, Segers, Servais, Smets, Thys, Van Damme, Van den Bossche,
      Van der Straeten, Van de Velde, Vandenberghe, Vandeputte, Verhaeghe, Verhoeven, Vermeulen, Willems, Wouters, van der Meersch-Vanhoutte`),
  },
  vietnamese: {
    given: list(`Anh Tuấn, Bảo Châu, Đức Minh, Hải Yến, Hoàng Long, Hồng Nhung, Huy, Khánh Linh, Lan Anh, Linh, Mai, Minh Anh, Minh Khôi, Ngọc Ánh,
      Phương Thảo, Quang, Quỳnh, Thanh Hà, Thanh Tâm, Thị Thu Hà, Thùy Dương, Trung, Tuấn, Văn Hùng, Việt Anh, Xuân Mai`),
    surnames: list('Bùi, Đặng, Đinh, Đỗ, Dương, Hồ, Hoàng, Huỳnh, Lê, Lý, Mai, Ngô, Nguyễn, Phạm, Phan, Tạ, Trần, Trịnh, Võ, Vũ'),
  },
  german: {
    given: list(`Andreas, Anja, Annika, Birgit, Carsten, Christiane, Dieter, Franziska, Günther, Hannes, Heike, Jörg, Jürgen, Katharina, Klaus-Dieter,
      Lena, Lukas, Markus, Matthias, Nadine, Petra, Ralf, Sabine, Silke, Stefan, Sven, Svenja, Tobias, Ulrike, Uwe, Wolfgang`),
    surnames: list(`Bauer, Baumann, Brückner, Fischer, Frank, Großmann, Hartmann, Hoffmann, Jäger, Keller, Köhler, König, Krämer, Krüger, Lange,
      Lehmann, Maier, Möller, Müller, Neumann, Richter, Schäfer, Schneider, Schröder, Schulze, Schwarz, Vogel, von Arnim, von der Heide, Wagner,
      Weiß, Winkler, Zimmermann, Leutheusser-Schnarrenberg`),
  },
  portuguese: {
    given: list(`Ana Rita, André, António, Beatriz, Bruno, Carla, Catarina, Cláudia, Diogo, Duarte, Filipa, Gonçalo, Helena, Hugo, Inês, Joana, João,
      José Manuel, Leonor, Luísa, Mafalda, Maria João, Marta, Miguel, Mónica, Nuno, Paula, Pedro, Ricardo, Rui, Sara, Sérgio, Sofia, Susana,
      Teresa, Tiago, Vera`),
    surnames: list(`Almeida, Antunes, Araújo, Azevedo, Barros, Cardoso, Carvalho, Coelho, Conceição, Correia, Costa, da Costa, da Silva, de Sousa,
      dos Santos, Esteves, Fernandes, Ferreira, Figueiredo, Fonseca, Freitas, Gonçalves, Guimarães, Lopes, Machado, Magalhães, Marques, Matos, Melo,
      Mendes, Monteiro, Moreira, Neves, Nogueira, Nunes, Oliveira, Pereira, Pinheiro, Pinto, Ribeiro, Rocha, Simões, Tavares, Teixeira, Vieira,
      Vasconcelos e Sá`),
  },
  african: {
    given: list(`Abdoulaye, Adama, Aïssatou, Alioune, Aminata, Awa, Boubacar, Cheikh, Clarisse, Désiré, Fatou, Fatoumata, Grâce, Ibrahima, Kofi, Koffi,
      Kouamé, Landry, Mame Diarra, Mamadou, Mariam, Moussa, Ndeye, Ousmane, Prisca, Rokhaya, Seydou, Sékou, Solange, Yaya`),
    surnames: list(`Adjei, Bâ, Camara, Cissé, Coulibaly, Diabaté, Diakité, Diallo, Diarra, Diop, Dramé, Fall, Faye, Gueye, Kaboré, Keïta, Konaté, Koné,
      Kouassi, Mbaye, Mbemba, Ndiaye, Nkemelu, Okonkwo, Ouattara, Sarr, Sow, Sy, Tchoumi, Touré, Traoré, Yao, Rakotoarimanana-Andriamihaja`),
  },
  southAsian: {
    given: list(`Aisha, Amit, Anjali, Arjun, Asif, Deepa, Farah, Fatima, Gurpreet, Haroon, Imran, Jasmin, Kavita, Manpreet, Meera, Mohammed, Nisha, Pooja,
      Priya, Rahul, Rajesh, Ravi, Sana, Sanjay, Sunita, Tariq, Usman, Vikram, Yusuf, Zara`),
    surnames: list(`Ahmed, Ali, Begum, Chaudhry, D’Souza, Desai, Hussain, Iqbal, Joshi, Kapoor, Kaur, Khan, Kumar, Mahmood, Malik, Mehta, Mistry, Nair,
      Parmar, Patel, Rao, Shah, Sharma, Siddiqui, Singh, Venkataraman`),
  },
} as const satisfies Record<string, NameStock>;

export type Origin = keyof typeof nameStocks;
export const origins = Object.keys(nameStocks) as readonly Origin[];

export interface FullName {
  givenName: string;
  surname: string;
}

/** Directories hold the typewriter apostrophe, whatever typography says. */
const asInDirectory = (name: string): string => name.replaceAll('’', "'");

export function drawName(draws: Stream, origin: Origin): FullName {
  const stock: NameStock = nameStocks[origin];
  const givenName = draws.pick(stock.given);
  const surname = draws.pick(stock.surnames);
  const isDouble = (origin === 'french' || origin === 'british') && draws.chance(0.05) && !surname.includes(' ');
  const second = draws.pick(stock.surnames);
  return {
    givenName: asInDirectory(givenName),
    surname: asInDirectory(isDouble && second !== surname && !second.includes(' ') ? `${surname}-${second}` : surname),
  };
}

/** Letters, digits and hyphens of ASCII, as accounts are usually named. */
export function accountPart(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[đĐ]/g, 'd')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
