/** Things by the day on which they last happened, by the reader's clock; days in the order in which the things come. */
export function byDay<Thing extends { lastAt: string }>(things: readonly Thing[]): { day: string; things: Thing[] }[] {
  const days = Map.groupBy(things, ({ lastAt }) => dayOf(new Date(lastAt)));
  return [...days].map(([day, ofDay]) => ({ day, things: ofDay }));
}

/** YYYY-MM-DD. */
export function dayOf(instant: Date): string {
  const [month, day] = [instant.getMonth() + 1, instant.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${instant.getFullYear()}-${month}-${day}`;
}
