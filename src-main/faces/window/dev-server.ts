import { app } from 'electron';

/**
 * Where the page comes from while developing (`npm run dev`). A build has no such place, whatever its environment says: a
 * page from there would get the preload script's powers.
 */
export const devServer: string | undefined =
  import.meta.env.DEV && !app.isPackaged ? process.env.ELECTRON_RENDERER_URL : undefined;
