import type { AuditFault } from '../../audit.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const faults: Readonly<Record<AuditFault, string>> = {
  changed: 'Er sagt nicht mehr, was er sagte, als er geschrieben wurde.',
  broken: 'Er wurde geändert, oder vor ihm wurde etwas entfernt, eingefügt oder verschoben.',
  unsealed: 'Er wurde nicht von Gatehouse geschrieben.',
  'erasing-untold': 'Er wurde geleert, als wäre eine Person gelöscht worden, aber kein Eintrag erzählt davon.',
  cut: 'Er war einmal der neueste und fehlt mit allem, was dazwischen lag.',
  'beginning-forged': 'Was vor ihm stand, wurde entfernt.',
  'ends-missing':
    'Die Datei audit-ends.json fehlt im Ordner des Arbeitsbereichs: Einträge am Ende können unbemerkt entfernt worden sein.',
  'ends-forged':
    'Die Datei audit-ends.json im Ordner des Arbeitsbereichs wurde nicht von Gatehouse geschrieben: Einträge am Ende können unbemerkt entfernt worden sein.',
};

/** Words of the check of the audit log. */
export const auditChain = {
  verify: 'Prüfen',
  title: 'Protokoll prüfen',
  running: 'Jeder Eintrag wird gelesen',
  failed: 'Das Protokoll konnte nicht geprüft werden',
  sound: 'Nichts wurde geändert, entfernt, eingefügt oder verschoben',
  soundText: (proven: number) =>
    `${count(proven, 'Eintrag ist', 'Einträge sind')} so, wie ${proven === 1 ? 'er' : 'sie'} geschrieben ${proven === 1 ? 'wurde' : 'wurden'}.`,
  empty: 'Es gibt noch keinen Eintrag, der geprüft werden könnte.',
  unsound: (n: number) => `Das Protokoll ist nicht so, wie es geschrieben wurde: ${count(n, 'Befund', 'Befunde')}`,
  unsoundText:
    'Jemand hat die Dateien des Arbeitsbereichs mit einem anderen Programm geändert, oder sie sind beschädigt. Sichern Sie eine Kopie des Ordners, bevor Sie etwas anderes tun.',
  findings: 'Was gefunden wurde',
  entry: (id: number) => `Eintrag ${number(id)}`,
  file: 'Neben dem Protokoll',
  faults,
  more: (n: number) => `und ${number(n)} weitere`,
  unproven: (n: number) =>
    `${count(n, 'älterer Eintrag', 'ältere Einträge')} einer Version ohne Siegel oder mit verlorenem Schlüssel ${n === 1 ? 'lässt' : 'lassen'} sich nicht prüfen.`,
  erased: (n: number) =>
    `${count(n, 'Eintrag', 'Einträge')} davon ${n === 1 ? 'nennt' : 'nennen'} gelöschte Personen mit einem Decknamen. Auch dass ${n === 1 ? 'er' : 'sie'} sonst so ${n === 1 ? 'ist' : 'sind'}, wie geschrieben, ist geprüft.`,
  provenSince: 'Der älteste geprüfte Eintrag wurde geschrieben',
  removed: {
    organization: (n: number) =>
      `${count(n, 'älterer Eintrag wurde', 'ältere Einträge wurden')} entfernt, weil ${n === 1 ? 'seine' : 'ihre'} Zeit um war: nach der Regel in den Einstellungen und nicht von Hand; der letzte wurde geschrieben`,
    'signing-in': (n: number) =>
      `Ebenso ${count(n, 'Eintrag', 'Einträge')} über Anmeldungen, die zu keiner Organisation gehören und so lange bleiben wie nach der längsten Regel; der letzte wurde geschrieben`,
  },
  faulty: (n: number) =>
    `${count(n, 'Eintrag', 'Einträge')} von denen, die nach Regel entfernt wurden, ${n === 1 ? 'war' : 'waren'} nicht mehr so, wie geschrieben.`,
  since: 'Das Ende des Protokolls ist außerhalb der Datenbank vermerkt seit',
  again: 'Noch einmal prüfen',
};
