import { words } from '../../app/words.ts';
import { Codes } from './Codes.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly email: string;
}

/** The new recovery codes of somebody’s second factor. */
export function RecoveryCodes({ codes, email }: RecoveryCodesProps) {
  const { codes: say } = words.twofactor;
  return <Codes codes={codes} head={say.head(email)} fileName={say.file} label={say.list} />;
}
