import { toast, toastError } from './toasts.ts';
import { words } from './words.ts';

/**
 * Says in the corner where a file was saved, or why it could not be; nothing when the person changed their mind.
 * @param said what to say about the file, if not that it was saved
 */
export async function tellSaved(save: () => Promise<string | null>, said = words.jobs.saved): Promise<void> {
  try {
    const file = await save();
    if (file !== null) toast(said(file));
  } catch (error) {
    toastError(error);
  }
}
