import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobRow } from '#contract/jobs.ts';
import { call } from '../../app/api.ts';
import { saveTable } from '../../app/save-table.ts';
import { useSession } from '../../app/session.ts';
import { tellSaved } from '../../app/tell-saved.ts';
import { words } from '../../app/words.ts';
import { asWork } from '../../app/work.ts';
import { FormatChoice, useFormat } from '../../components/FormatChoice.tsx';
import { dayOf, exportTable } from './export-file.ts';
import { exportOf } from './exports.ts';

/** Fetches what an export recorded and saves it where the person says. */
export function SaveExport({ job }: { readonly job: JobRow }) {
  const { place } = useSession();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const known = exportOf(job);
  const save = async () => {
    if (!known) return;
    setBusy(true);
    await tellSaved(async () => {
      const { titles, fileName } = known;
      const pages = exportTable(titles, (after) =>
        call('jobs.results', { organizationId: place.id, jobId: job.id, state: 'done', after, limit: 1000 }),
      );
      const table = await asWork(pages);
      return saveTable(format, fileName(dayOf(job.endedAt ?? job.startedAt, place.timeZone)), table);
    });
    setBusy(false);
  };
  return (
    <>
      <FormatChoice disabled={busy} />
      <Button
        leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        loading={busy}
        onClick={() => void save()}
        data-autofocus
      >
        {words.jobs.saveFile}
      </Button>
    </>
  );
}
