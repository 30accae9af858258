import { ApiError, desktop } from './api.ts';
import { toastError } from './toasts.ts';

/** Opens an address outside the window, and says why when it is refused. */
export async function openOutside(address: string): Promise<void> {
  try {
    const refused = await desktop.openExternal(address);
    if (refused) throw new ApiError('desktop.openExternal', refused);
  } catch (error) {
    toastError(error);
  }
}
