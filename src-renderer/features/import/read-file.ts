import { importLimits } from '#contract/vocabulary/import.ts';
import { ApiError } from '../../app/api.ts';
import { dataUrlOf } from '../../app/data-url-of.ts';

/**
 * The content of a file that somebody chose or dropped, as the core takes it. The page never learns its path.
 * @throws ApiError for a file larger than the core takes, before reading it
 */
export async function contentOf(file: File): Promise<{ base64: string }> {
  const limit = importLimits.size;
  if (file.size > limit)
    throw new ApiError('import.read', { code: 'file-unsuitable', data: { fault: 'too-large', limit } });
  const url = await dataUrlOf(file, 'import.read');
  return { base64: url.slice(url.indexOf(',') + 1) };
}
