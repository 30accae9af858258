import { importLimits } from '#contract/import.ts';
import { ApiError } from '../../app/api.ts';

/**
 * The content of a file that somebody chose or dropped, as the core takes it. The page never learns where it lies.
 * @throws ApiError for a file that is larger than the core takes, before it is read
 */
export async function contentOf(file: File): Promise<{ base64: string }> {
  const limit = importLimits.size;
  if (file.size > limit)
    throw new ApiError('import.read', { code: 'file-unsuitable', data: { fault: 'too-large', limit } });
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    // a folder, or a file that has gone meanwhile
    reader.onerror = () =>
      reject(new ApiError('import.read', { code: 'file-unreadable', data: { file: file.name, detail: 'ENOENT' } }));
    reader.readAsDataURL(file);
  });
  return { base64: url.slice(url.indexOf(',') + 1) };
}
