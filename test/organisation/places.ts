/** Who our customers are and where, near each site: names stay the same in both languages. In the order of sites.ts. */
interface Surroundings {
  town: readonly string[];
  installer: readonly string[];
  landlord: readonly string[];
}

const list = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);

const lyon: Surroundings = {
  town: list('Villefranche; Roanne; Valence; Saint-Étienne; Vienne; Moulins; Bourgoin; Mâcon; Givors; Montbrison'),
  installer: list('Chauffage Perrin; Chauffage du Pilat; Plomberie Royer; Sanitherm; Maison Delmas; Confort Rhodanien'),
  landlord: list('Rhône Habitat; Métropole Logement; Foyer du Forez; Toit & Joie Est; Batigère Sud'),
};

const nantes: Surroundings = {
  town: list('Saint-Nazaire; Cholet; Pornic; Redon; Laval; Clisson; Guérande; Vannes'),
  installer: list('Thermo Ouest; Bocage Énergie; Plomberie Kerleau; Chauffage Gautier; Vendée Confort'),
  landlord: list('Loire Logement; Logis de Vendée; Nantaise des Foyers; Bretagne Sud Habitat'),
};

const lille: Surroundings = {
  town: list('Dunkerque; Lens; Douai; Béthune; Roubaix; Cambrai; Valenciennes; Hazebrouck'),
  installer: list('Bati-Clim Nord; Chauffage Lemaire; Flandre Confort; Plomberie Descamps'),
  landlord: list('Nord Résidences; Foyer des Flandres; Partenord Sud; Logis Minier'),
};

const grenoble: Surroundings = {
  town: list('Chambéry; Gap; Rumilly; Voiron; Vizille; La Mure; Pontcharra; Sallanches'),
  installer: list('Dauphiné Chaleur; Confort Habitat 38; Savoie Thermique; Plomberie Ginet'),
  landlord: list('Foyer du Dauphiné; Savoie Logis; Vercors Habitat; Belledonne Résidences'),
};

const brussels: Surroundings = {
  town: list('Namur; Mons; Wavre; Leuven; Gent; Charleroi; Mechelen; Tournai'),
  installer: list('Chauffage Lambrecht; Brabant Confort; Warmtehuis Peeters; Thermo Sambre'),
  landlord: list('Foyer Bruxellois Sud; Logis de Sambre; Woonhaven Dijle; Brabant Logement'),
};

const casablanca: Surroundings = {
  town: list('Rabat; Mohammedia; Settat; Fès; Meknès; Tanger; Marrakech; Kénitra'),
  installer: list('Clim Confort Rabat; Thermo Maghreb; Plomberie Bennis; Sahel Énergie'),
  landlord: list('Résidences Palmeraie; Bouregreg Logement; Jardins de Fès; Corniche Habitat'),
};

const manchester: Surroundings = {
  town: list('Stockport; Leeds; Halifax; Preston; Oldham; Chester; Sheffield; Lancaster; Buxton; Wigan; Kendal; Skipton; Barnsley'),
  installer: list('Penrose Heating; Calder Valley Plumbing; Northgate Renewables; Hollins & Sons; Peak Heat; Bluebell Heating; Trafford Mechanical; Moorside Services'),
  landlord: list('Mersey Homes; Pendle Housing; Northern Hearth; Ribble Homes; Kirklees Living; Westbridge Housing'),
};

const stuttgart: Surroundings = {
  town: list('Tübingen; Reutlingen; Heilbronn; Karlsruhe; Freiburg; Pforzheim; Göppingen'),
  installer: list('Wärmetechnik Maier; Neckar Haustechnik; Schwarzwald Wärme; Bauer & Roth'),
  landlord: list('Neckar Wohnbau; Wohnstatt Baden; Schwabenheim Wohnen; Filder Wohnbau'),
};

const porto: Surroundings = {
  town: list('Braga; Guimarães; Viseu; Bragança; Vila Real; Chaves; Penafiel'),
  installer: list('Norte Clima; Douro Conforto; Minho Energia; Caldeira & Filhos'),
  landlord: list('Lares do Douro; Casas do Norte; Minho Habitar; Porto Residências'),
};

const surroundings: readonly Surroundings[] = [lyon, nantes, lille, grenoble, brussels, casablanca, manchester, stuttgart, porto];

export type LocalWord = keyof Surroundings;

export const isLocalWord = (word: string): word is LocalWord => word in lyon;

export const namesAround = (site: number, word: LocalWord): readonly string[] => surroundings[site]![word];
