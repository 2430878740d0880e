/** What `npm audit` says of the packages that run in production. */
export interface Verdict {
  /** Nothing could be asked: no registry that answers such a question can be reached. */
  skipped?: string;
  /** Packages with a known weakness that is high or critical, each with what is said of it. */
  weak: string[];
}

interface Report {
  message?: string;
  vulnerabilities?: Record<string, { severity: string; via: (string | { title: string; url: string })[] }>;
}

const stops = ['high', 'critical'];

/** `printed`: by `npm audit --json`, which ends with an error both where something is weak and where nobody answered. */
export function verdictOf(printed: string): Verdict {
  const report = read(printed);
  if (!report?.vulnerabilities) return { skipped: report?.message ?? 'npm said nothing that can be read', weak: [] };
  const weak = Object.entries(report.vulnerabilities)
    .filter(([, { severity }]) => stops.includes(severity))
    .map(([name, { severity, via }]) => `${name} (${severity}): ${via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url}`)).join('; ')}`);
  return { weak };
}

function read(printed: string): Report | null {
  try {
    return JSON.parse(printed) as Report;
  } catch {
    return null;
  }
}
