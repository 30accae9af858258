import { type BackupKind, backupKinds } from '#contract/backups.ts';

/** What a backup's name says about it. */
export interface NamedBackup {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: BackupKind;
  readonly encrypted: boolean;
  /** Its workspace: eight hexadecimal digits derived from the key. */
  readonly workspace: string;
}

const endings = { plain: '.sqlite', encrypted: '.gatehouse-backup' } as const;
const pattern = new RegExp(
  `^gatehouse-(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})Z-(${backupKinds.join('|')})-([0-9a-f]{8})(\\.sqlite|\\.gatehouse-backup)$`,
);

/** Sorted by name, backups are sorted by time; every file system can hold the name. */
export function nameOf({ at, kind, encrypted, workspace }: Omit<NamedBackup, 'name'>): string {
  const time = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `gatehouse-${time}-${kind}-${workspace}${encrypted ? endings.encrypted : endings.plain}`;
}

/** @returns undefined for a name that Gatehouse does not give */
export function readName(name: string): NamedBackup | undefined {
  const [, year, month, day, hours, minutes, seconds, ms, kind, workspace, ending] = pattern.exec(name) ?? [];
  if (!workspace) return undefined;
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  if (Number.isNaN(at)) return undefined;
  return { name, at, kind: kind as BackupKind, encrypted: ending === endings.encrypted, workspace };
}

/** An unfinished backup has this prefix, and is never taken for a backup. */
export const draftPrefix = '.gatehouse-draft-';
