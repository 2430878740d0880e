/** What people mean by « later »: the next working morning, and the Monday after when that is another day. */
export function usualTimes(now: Date): Date[] {
  const morning = nextMorning(now, (day) => day !== 0 && day !== 6);
  const monday = nextMorning(now, (day) => day === 1);
  return morning.getTime() === monday.getTime() ? [morning] : [morning, monday];
}

function nextMorning(now: Date, suits: (weekday: number) => boolean): Date {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9);
  while (!suits(day.getDay())) day.setDate(day.getDate() + 1);
  return day;
}
