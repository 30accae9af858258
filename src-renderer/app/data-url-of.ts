import type { OperationName } from '#contract/index.ts';
import { ApiError } from './api.ts';

/**
 * The content of a file as a `data:` address.
 * @param operation what it is read for
 * @throws ApiError for a folder, or a file that is gone by now
 */
export const dataUrlOf = (file: File, operation: OperationName): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () =>
      reject(new ApiError(operation, { code: 'file-unreadable', data: { file: file.name, detail: 'ENOENT' } }));
    reader.readAsDataURL(file);
  });
