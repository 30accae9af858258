/**
 * The page to show after a switch of organizations: the same entry of the rail, without filters or anything opened, since
 * the other organization has its own people, teams and roles. Users, where the person does not have that entry there.
 * @param pages paths of the rail's entries that the person has in the other organization
 */
export function pageElsewhere(path: string, pages: readonly string[]): string {
  return pages.find((page) => path === page || path.startsWith(`${page}/`)) ?? '/users';
}
