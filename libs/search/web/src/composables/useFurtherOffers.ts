import { useClientHandle } from '@urql/vue';
import { type Ref, shallowRef, watch } from 'vue';

import { type FurtherOffer, type OfferKind, offerKinds } from '../further-offers.ts';

/** What else the words may mean, kind by kind; only of the words that stand there now. None while they are too short (empty). */
export function useFurtherOffers(words: Ref<string>) {
  const { client } = useClientHandle();
  const offers = shallowRef<{ kind: OfferKind; offer: FurtherOffer }[]>([]);
  watch(words, async (asked) => {
    const found = asked ? await Promise.all(offerKinds.map(async (kind) => (await kind.find(client, asked).catch(() => [])).map((offer) => ({ kind, offer })))) : [];
    if (asked === words.value) offers.value = found.flat();
  });
  return offers;
}
