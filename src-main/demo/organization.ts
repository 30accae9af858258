/** The invented company that the demo shows. */
export const company = {
  name: 'Halden Marine Logistics',
  timeZone: 'Europe/Oslo',
  domain: 'halden.example.com',
} as const;

/** What every account of the demo opens with. */
export const demoPassword = 'try everything safely';

export const owner = { name: 'Ingrid Halvorsen', email: `ingrid.halvorsen@${company.domain}` } as const;

/** Those who also invite, beside the owner. */
export const operators = [
  { name: 'Samuel Okafor', email: `samuel.okafor@${company.domain}`, role: 'Admin', team: 'IT operations' },
  { name: 'Mei-Ling Tan', email: `mei-ling.tan@${company.domain}`, role: 'User manager', team: 'People & culture' },
  { name: 'Priya Raman', email: `priya.raman@${company.domain}`, role: 'Auditor', team: 'Compliance' },
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
