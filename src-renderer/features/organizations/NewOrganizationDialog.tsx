import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isError } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { switchOrganization } from '../../app/switch-organization.ts';
import { toast } from '../../app/toasts.ts';
import { fieldErrors, language, words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ownTimeZone } from '../session/time-zones.ts';
import { useTimeZones } from '../session/use-time-zones.ts';
import classes from './NewOrganizationDialog.module.css';

const say = words.organizations;

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds an organization that the person owns, and shows it. */
export const NewOrganizationDialog = ({ opened, onClose }: DialogProps) => (
  <Modal opened={opened} onClose={onClose} title={say.add.title} size={460} closeOnClickOutside={false}>
    <NewOrganizationForm onClose={onClose} />
  </Modal>
);

function NewOrganizationForm({ onClose }: Pick<DialogProps, 'onClose'>) {
  const add = useCommand('organizations.add');
  const [problem, setProblem] = useState<string>();
  const form = useForm({ initialValues: { name: '', timeZone: ownTimeZone() } });
  const zones = useTimeZones(form.values.timeZone);

  const submit = form.onSubmit(async (values) => {
    setProblem(undefined);
    try {
      const { organizationId } = await add.mutateAsync({ ...values, language });
      switchOrganization(organizationId, '/users');
      toast(say.add.done(values.name.trim()));
    } catch (error) {
      const errors = isError(error, 'already-exists') ? { name: wordsFor(error) } : fieldErrors(error);
      const [first] = Object.keys(errors);
      if (first === undefined) setProblem(wordsFor(error));
      else {
        form.setErrors(errors);
        form.getInputNode(first)?.focus();
      }
    }
  });
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <p className={classes.lead}>{say.add.lead}</p>
      <TextInput label={say.create.name} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={say.create.timeZone}
        data={zones}
        searchable
        allowDeselect={false}
        limit={80}
        nothingFoundMessage={say.create.timeZoneNone}
        {...form.getInputProps('timeZone')}
      />
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={form.submitting}>
          {say.create.submit}
        </Button>
      </DialogFooter>
    </form>
  );
}
