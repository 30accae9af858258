import classes from './Mark.module.css';

/** Gatehouse's gate. Decorative: the name is beside it. */
export const Mark = ({ size = 28 }: { readonly size?: number }) => (
  <span className={classes.mark} style={{ width: size, height: size }} aria-hidden>
    <svg
      width={size * 0.68}
      height={size * 0.68}
      viewBox="0 0 20 20"
      fill="none"
      stroke="#fff"
      strokeWidth="1.9"
      strokeLinecap="round"
    >
      <title>Gatehouse</title>
      <path d="M2.5 18V9.5a7.5 7.5 0 0 1 15 0V18" />
      <path d="M6.9 18V10a3.1 3.1 0 0 1 6.2 0V18" />
    </svg>
  </span>
);
