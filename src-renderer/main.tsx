import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { loadPreferences } from './app/preferences.ts';
import { listenForChanges } from './app/queries.ts';
import { keepOverReload } from './app/unsent.ts';
import { language } from './app/words.ts';

document.documentElement.lang = language;
await loadPreferences();
listenForChanges();
keepOverReload();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
