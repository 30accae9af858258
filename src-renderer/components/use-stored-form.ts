import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { toast, toastError } from '../app/toasts.ts';
import { fieldErrors, words } from '../app/words.ts';
import { isSame, takenOver } from './taken-over.ts';

export interface StoredForm<V extends object> {
  readonly form: UseFormReturnType<V>;
  readonly saving: boolean;
  readonly dirty: boolean;
  readonly save: () => void;
  readonly undo: () => void;
}

/**
 * A form over stored settings. If the stored values change meanwhile, the fields in which nothing was typed take them over:
 * saving must not undo what somebody else did. Refused fields show the reason.
 */
export function useStoredForm<V extends object>(
  stored: V,
  save: (values: V) => Promise<unknown>,
  /** What the form holds after saving, if not what was saved: secrets are not kept in it. */
  afterSave: (values: V) => V = (values) => values,
): StoredForm<V> {
  const form = useForm<V>({ initialValues: stored });
  const [saving, setSaving] = useState(false);
  const dirty = form.isDirty();
  const seen = useRef(stored);
  useEffect(() => {
    if (isSame(seen.current, stored)) return;
    const before = seen.current;
    seen.current = stored;
    form.setInitialValues(stored);
    form.setValues(takenOver(before, form.getValues(), stored));
  });

  const submit = async () => {
    setSaving(true);
    try {
      const values = form.getValues();
      await save(values);
      const kept = afterSave(values);
      seen.current = kept;
      form.setInitialValues(kept);
      form.setValues(takenOver(values, form.getValues(), kept)); // somebody may have typed meanwhile
      form.resetDirty(kept);
      form.clearErrors();
      toast(words.settings.saved);
    } catch (error) {
      const errors = fieldErrors(error);
      if (Object.keys(errors).length > 0) {
        // the errors are drawn at once, so that the first one can take the focus
        flushSync(() => form.setErrors(errors));
        document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
      } else toastError(error);
    } finally {
      setSaving(false);
    }
  };
  return { form, saving, dirty, save: () => void submit(), undo: () => form.reset() };
}
