/** Teams, groups, products and lines are alike: a name in an organization, with members. */
export const structureKinds = ['teams', 'groups', 'products', 'lines'] as const;
export type StructureKind = (typeof structureKinds)[number];
