import { Button } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { desktop, saveFile } from '../../app/api.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import classes from './TwoFactor.module.css';

interface CodesProps {
  readonly codes: readonly string[];
  /** Says whose codes they are, on paper and in the file. */
  readonly head: string;
  readonly fileName: string;
  readonly label: string;
}

/** Codes that are shown only this once, with the ways to keep them. */
export function Codes({ codes, head, fileName, label }: CodesProps) {
  const say = words.twofactor.codes;
  const text = `${head}\n\n${codes.join('\n')}\n`;
  const copy = () => desktop.copyText(text).then(() => toast(say.copied), toastError);
  const save = () => saveFile(fileName, text).then((file) => file && toast(say.saved(file)), toastError);
  return (
    <>
      <div className={classes.paper}>
        <p className={classes.head}>{head}</p>
        <ul className={classes.codes} aria-label={label} data-single={codes.length === 1 || undefined}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className={classes.ways}>
        <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />} onClick={copy}>
          {say.copy}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />} onClick={save}>
          {say.save}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {say.print}
        </Button>
      </div>
    </>
  );
}
