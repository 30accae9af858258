/** The invented company that the demo shows. */
export const company = {
  name: 'Halden Marine Logistics',
  timeZone: 'Europe/Oslo',
  domain: 'halden.example.com',
} as const;

/** The password of every account in the demo. */
export const demoPassword = 'try everything safely';

export const owner = { name: 'Ingrid Halvorsen', email: `ingrid.halvorsen@${company.domain}` } as const;

/** How many users the licence allows; a good part is in use. */
export const seatLimit = 600;

/** The people who invite, besides the owner. */
export const operators = [
  { name: 'Samuel Okafor', email: `samuel.okafor@${company.domain}`, role: 'Admin', team: 'IT operations' },
  { name: 'Mei-Ling Tan', email: `mei-ling.tan@${company.domain}`, role: 'User manager', team: 'People & culture' },
  { name: 'Priya Raman', email: `priya.raman@${company.domain}`, role: 'Auditor', team: 'Compliance' },
  { name: 'Tomasz Lindgren', email: `tomasz.lindgren@${company.domain}`, role: 'Access reviewer', team: 'Compliance' },
] as const;

export const partners = [
  'nordkai.example.org',
  'bluewater.example.org',
  'kestrel-freight.test',
  'osterhus.test',
] as const;

export const teams = [
  'Berth planning',
  'Compliance',
  'Crane operations',
  'Customer service',
  'Customs & documents',
  'Finance',
  'Fleet maintenance',
  'Gate & yard',
  'IT operations',
  'Night shift',
  'People & culture',
  'Port of Halden',
  'Reefer control',
  'Sales Nordics',
] as const;

export const groups = [
  'All staff',
  'Contractors',
  'Fire wardens',
  'First aiders',
  'Managers',
  'On-call rota',
  'Remote workers',
  'Safety committee',
  'Shift leads',
  'Union representatives',
] as const;

export const products = [
  'Berth Planner',
  'Cargo Tracker',
  'Crew Roster',
  'Customs Desk',
  'Fleet Health',
  'Invoice Hub',
  'Yard View',
] as const;

export const lines = ['Baltic', 'Coastal', 'Deep sea', 'Inland waterways', 'North Sea', 'Rail'] as const;

export const roles = [
  {
    name: 'Help desk',
    permissions: ['users:read', 'users:write', 'invitations:reinvite', 'structure:read', 'roles:read'],
  },
  { name: 'Shift planner', permissions: ['users:read', 'structure:read', 'structure:write'] },
  { name: 'Access reviewer', permissions: ['users:read', 'structure:read', 'roles:read', 'audit:read'] },
] as const;

/**
 * What there once was, closed `ago` days ago; one in `every` of those invited before had it. Merged ones end in another; the
 * rest are archived: those who have them keep them, and nobody gets them any more.
 */
export const closed = [
  { what: 'products', name: 'Paper Manifests', ago: 190, every: 6 },
  { what: 'teams', name: 'Document desk', ago: 150, every: 9, into: 'Customs & documents' },
  { what: 'lines', name: 'Ferries', ago: 121, every: 8 },
  { what: 'teams', name: 'Quay 3 rebuild', ago: 58, every: 10 },
] as const;
export type Closed = (typeof closed)[number];

/** Given to a whole team at once, two days ago. */
export const rollout = { team: 'Gate & yard', product: 'Yard View' } as const;

/** Views that the owner has saved. */
export const savedViews = [
  { name: 'Waiting in the night shift', team: 'Night shift', query: { filter: { statuses: ['pending', 'expired'] } } },
  { name: 'Suspended', query: { filter: { statuses: ['suspended'] } } },
  { name: 'Newest changes', query: { filter: {}, sort: 'changed', descending: true } },
] as const;

/** How often a newcomer gets which role. */
export const roleChances = [
  { names: ['Member'], weight: 78 },
  { names: ['Shift planner'], weight: 8 },
  { names: ['Member', 'Shift planner'], weight: 4 },
  { names: ['Account manager'], weight: 4 },
  { names: ['User manager'], weight: 2 },
  { names: ['Help desk'], weight: 2 },
  { names: ['Auditor'], weight: 1 },
  { names: ['Admin'], weight: 1 },
] as const;
