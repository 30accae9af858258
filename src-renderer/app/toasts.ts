import { notifications } from '@mantine/notifications';
import { wordsFor } from './words.ts';

/** Says in the corner what happened; disappears after six seconds. */
export const toast = (message: string) => void notifications.show({ message, autoClose: 6000, color: 'green' });

/** Says what failed; stays until it is closed. */
export const toastError = (error: unknown) =>
  void notifications.show({
    message: wordsFor(error),
    autoClose: false,
    color: 'red',
    role: 'alert',
  });
