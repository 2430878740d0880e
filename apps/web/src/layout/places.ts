import { Compass, House, Lightbulb, UserRound, UsersRound } from '@lucide/vue';
import type { Component } from 'vue';
import type { RouteLocationNormalizedLoaded } from 'vue-router';

export interface Place {
  name: string;
  path: string;
  icon: Component;
  /** What stands in it under another address. */
  holds?: readonly string[];
}

/** Where one goes: at the left on a desk, at the thumb on a phone. The words are `shell.places.<name>`. */
export const places: readonly Place[] = [
  { name: 'home', path: '/', icon: House },
  { name: 'leadership', path: '/leadership', icon: Compass },
  { name: 'campaigns', path: '/campaigns', icon: Lightbulb, holds: ['/ideas', '/projects'] },
  { name: 'communities', path: '/communities', icon: UsersRound },
  { name: 'people', path: '/people', icon: UserRound, holds: ['/experts'] },
];

/** A community is in the place "communities". */
export function isIn(place: Place, route: RouteLocationNormalizedLoaded): boolean {
  return place.path === '/' ? route.path === '/' : [place.path, ...(place.holds ?? [])].some((path) => `${route.path}/`.startsWith(`${path}/`));
}
