import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import { words } from '../app/words.ts';
import classes from './Breadcrumb.module.css';
import { OverflowText } from './OverflowText.tsx';

interface BreadcrumbProps {
  readonly href: string;
  readonly label: string;
  readonly here: string;
}

/** The list that a page belongs to, with a link back to it. */
export const Breadcrumb = ({ href, label, here }: BreadcrumbProps) => (
  <nav className={classes.crumbs} aria-label={words.desktop.navigation.where}>
    <Link href={href}>{label}</Link>
    <IconChevronRight size={14} stroke={1.6} aria-hidden />
    <OverflowText>{here}</OverflowText>
  </nav>
);
