import { useNow } from '../../app/now.ts';
import { words } from '../../app/words.ts';
import { ownTimeZone } from '../session/time-zones.ts';
import { Codes } from '../twofactor/Codes.tsx';
import type { FreshCode } from './KeepCode.tsx';

/** An owner's new recovery code, with the ways to keep it. */
export function RecoveryCode({ email, code }: FreshCode) {
  const { keep: say } = words.recovery;
  const day = words.format.date(useNow(), ownTimeZone(), { day: 'numeric', month: 'long', year: 'numeric' });
  return <Codes codes={[code]} head={say.head(email, day)} fileName={say.file} label={say.list} />;
}
