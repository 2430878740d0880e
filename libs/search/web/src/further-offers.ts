import type { Client } from '@urql/vue';
import { type Component, shallowReactive } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

/** Something beside the hits that what stands in the search box may mean. */
export interface FurtherOffer {
  id: string;
  label: string;
  detail: string;
  place: RouteLocationRaw;
}

export interface OfferKind {
  /** Key of the heading over them: « Mots-clés ». */
  many: string;
  /** Key of the kind of one: « Mot-clé ». */
  one: string;
  icon: Component;
  /** A few, the best first. No answer means no offer: searching goes on either way. */
  find: (client: Client, words: string) => Promise<FurtherOffer[]>;
}

export const offerKinds = shallowReactive<OfferKind[]>([]);

/** The domain that owns a kind of thing that is no document says how it is found, at its door. */
export const offerInSearch = (kind: OfferKind): void => void offerKinds.push(kind);
