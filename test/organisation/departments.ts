/** The fourteen departments: how large, and where. What their people do is in jobs.ts. */

export const departmentKeys = [
  'management', 'research', 'production', 'quality', 'supply', 'purchasing', 'sales',
  'marketing', 'service', 'software', 'it', 'hr', 'finance', 'safety',
] as const;

export type DepartmentKey = (typeof departmentKeys)[number];

export interface Department {
  name: string;
  /** Share of the company, in proportion. */
  weight: number;
  /** Head counts in the order of sites.ts, in proportion: Lyon, Nantes, Lille, Grenoble, Brussels, Casablanca, Manchester, Stuttgart, Porto. */
  sites: readonly number[];
}

export const departments: Record<DepartmentKey, Department> = {
  management: { name: 'General Management', weight: 2, sites: [8, 1, 0, 0, 1, 1, 1, 1, 0] },
  research: { name: 'Research & Development', weight: 12, sites: [4, 2, 0, 12, 0, 1, 1, 2, 0] },
  production: { name: 'Production', weight: 25, sites: [10, 9, 0, 0, 0, 0, 0, 0, 5] },
  quality: { name: 'Quality', weight: 6, sites: [5, 4, 0, 2, 0, 0, 1, 1, 2] },
  supply: { name: 'Supply Chain', weight: 8, sites: [4, 4, 7, 0, 1, 1, 1, 0, 2] },
  purchasing: { name: 'Purchasing', weight: 4, sites: [6, 2, 0, 1, 0, 2, 0, 2, 1] },
  sales: { name: 'Sales', weight: 11, sites: [5, 3, 3, 1, 3, 2, 4, 4, 2] },
  marketing: { name: 'Marketing & Communications', weight: 4, sites: [6, 1, 1, 0, 2, 1, 2, 1, 0] },
  service: { name: 'Customer Service', weight: 10, sites: [2, 2, 7, 0, 2, 4, 5, 2, 1] },
  software: { name: 'Software & Data', weight: 7, sites: [3, 1, 0, 6, 0, 5, 1, 0, 2] },
  it: { name: 'Information Technology', weight: 4, sites: [4, 2, 2, 0, 1, 3, 1, 0, 1] },
  hr: { name: 'Human Resources', weight: 3, sites: [5, 2, 1, 1, 1, 1, 1, 1, 1] },
  finance: { name: 'Finance & Legal', weight: 4, sites: [6, 1, 1, 0, 1, 3, 1, 1, 0] },
  safety: { name: 'Health, Safety & Environment', weight: 3, sites: [4, 4, 1, 1, 0, 1, 1, 0, 2] },
};

export const departmentIndex = (key: DepartmentKey): number => departmentKeys.indexOf(key);
export const departmentAt = (index: number): DepartmentKey => departmentKeys[index] as DepartmentKey;
