import { Button, Loader, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { OutputOf } from '#contract/index.ts';
import { type ApiError, call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { AuditVerdict } from './AuditVerdict.tsx';
import classes from './VerifyAudit.module.css';

const say = words.auditChain;

/** Has every seal of the log checked, and shows what was found. Closing the dialog drops the answer. */
export function VerifyAudit() {
  const organizationId = useSession().place.id;
  const [opened, { open, close }] = useDisclosure();
  // a verdict holds for its moment: asked for each time, and never because of a notice of change
  const check = useMutation<OutputOf<'audit.verify'>, ApiError>({
    mutationFn: () => call('audit.verify', { organizationId }),
  });
  const begin = () => {
    open();
    check.mutate();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconShieldCheck size={16} stroke={1.6} aria-hidden />} onClick={begin}>
        {say.verify}
      </Button>
      <Modal opened={opened} onClose={close} title={say.title} size={560}>
        {check.isPending ? (
          <div className={classes.running} role="status">
            <Loader size="sm" aria-hidden />
            {say.running}
          </div>
        ) : null}
        {check.error ? <ErrorState title={say.failed} error={check.error} onRetry={() => check.mutate()} /> : null}
        {check.data ? <AuditVerdict verdict={check.data} /> : null}
        <DialogFooter>
          <Button variant="default" onClick={() => check.mutate()} disabled={check.isPending}>
            {say.again}
          </Button>
          <Button onClick={close} data-autofocus>
            {words.common.close}
          </Button>
        </DialogFooter>
      </Modal>
    </>
  );
}
