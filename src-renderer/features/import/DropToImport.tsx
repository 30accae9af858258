import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import classes from './Import.module.css';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
const dialogIsOpen = () => document.querySelector('[role="dialog"]') !== null;

/** A file dropped anywhere on the page starts an import. */
export function DropToImport() {
  const { allowed, open } = useInvite();
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!allowed) return;
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event) || dialogIsOpen()) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // only when the pointer leaves the window itself
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event) || dialogIsOpen()) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) open('import', null, { file });
    };
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [allowed, open]);
  return over ? (
    <div className={classes.over}>
      <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden />
      <b>{words.imports.file.dropHere}</b>
    </div>
  ) : null;
}
