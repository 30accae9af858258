import { encode } from 'uqr';
import { words } from '../../app/words.ts';
import classes from './TwoFactor.module.css';

/** Light modules around the code (ISO/IEC 18004, 6.3.8), without which cameras do not find it. */
const border = 4;

/** A QR code, made here and never on somebody's server. Black on white in the dark theme, too, as cameras need it. */
export function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border });
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={words.twofactor.scan.qr}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={modules.join('')} />
    </svg>
  );
}
