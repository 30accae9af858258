/**
 * The page of the other organization that belongs to the one on screen: the same page of the rail, without what was
 * filtered or opened there, since people, teams and roles are others. Where there is none, the users.
 * @param pages paths of the rail that the person has in the other organization
 */
export function pageElsewhere(path: string, pages: readonly string[]): string {
  return pages.find((page) => path === page || path.startsWith(`${page}/`)) ?? '/users';
}
