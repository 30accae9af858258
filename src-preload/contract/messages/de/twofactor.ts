import { count } from './common.ts';

/** Words of the second factor, in window and portal. */
export const twofactor = {
  title: 'Anmeldung in zwei Schritten',
  on: 'Ein',
  off: 'Aus',
  lead: 'Beim Anmelden wird dann auch ein Code aus einer App auf Ihrem Telefon verlangt: Wer Ihr Kennwort erfährt, kommt nicht hinein.',
  since: (when: string) => `Eingeschaltet seit ${when}.`,
  left: (n: number) =>
    n === 0
      ? 'Es ist kein Wiederherstellungscode übrig. Erzeugen Sie neue, bevor Sie Ihr Telefon verlieren.'
      : `${count(n, 'Wiederherstellungscode ist', 'Wiederherstellungscodes sind')} übrig.`,
  setUp: 'Einrichten …',
  renew: 'Neue Wiederherstellungscodes …',
  turnOff: 'Ausschalten …',
  password: 'Ihr Kennwort',
  code: 'Einmalcode',
  codeHint: 'Sechs Ziffern aus Ihrer Authenticator-App oder ein Wiederherstellungscode.',
  appHint: 'Die sechs Ziffern, die die App gerade zeigt.',
  next: 'Weiter',
  begin: {
    title: 'Anmeldung in zwei Schritten einrichten',
    lead: 'Sie brauchen eine Authenticator-App auf Ihrem Telefon: jede, die Codes aus sechs Ziffern erzeugt, etwa die, die Sie schon anderswo benutzen.',
  },
  scan: {
    lead: 'Lesen Sie das mit der App ein und tippen Sie den Code, den sie zeigt. Ihre anderen Sitzungen enden.',
    qr: 'QR-Code für die Authenticator-App',
    byHand: 'Lässt er sich nicht einlesen? Tippen Sie diesen Schlüssel in die App:',
    submit: 'Einschalten',
  },
  codes: {
    title: 'Wiederherstellungscodes',
    lead: 'Jeder davon meldet Sie einmal an, wenn Sie Ihr Telefon nicht haben. Sie werden nur dieses eine Mal gezeigt: Bewahren Sie sie getrennt vom Kennwort auf.',
    list: 'Ihre Wiederherstellungscodes',
    copy: 'Kopieren',
    copied:
      'Kopiert. Andere Programme können die Zwischenablage lesen: Kopieren Sie etwas anderes, sobald alles sicher verwahrt ist.',
    save: 'Als Datei sichern …',
    saved: (file: string) => `Gesichert als ${file}.`,
    print: 'Drucken',
    kept: 'Ich habe sie verwahrt',
    file: 'gatehouse-wiederherstellungscodes.txt',
    /** On top of the file, and of the printed page. */
    head: (email: string) => `Gatehouse, Wiederherstellungscodes von ${email}. Jeder gilt einmal.`,
  },
  renewing: {
    title: 'Neue Wiederherstellungscodes',
    lead: 'Die alten gelten dann nicht mehr.',
    submit: 'Neue Codes erzeugen',
  },
  turningOff: {
    title: 'Anmeldung in zwei Schritten ausschalten',
    lead: 'Dann genügt wieder das Kennwort. Eine Organisation, die zwei Schritte verlangt, lässt Sie erst dann wieder etwas tun, wenn Sie sie neu eingerichtet haben.',
    submit: 'Ausschalten',
    done: 'Die Anmeldung in zwei Schritten ist ausgeschaltet.',
  },
  needed: {
    title: (organization: string) => `${organization} verlangt die Anmeldung in zwei Schritten`,
    lead: 'Richten Sie sie ein, um fortzufahren. Sie brauchen eine Authenticator-App auf Ihrem Telefon: jede, die Codes aus sechs Ziffern erzeugt.',
    elsewhere: 'Oder machen Sie in einer anderen Organisation weiter:',
  },
  reset: {
    title: 'Anmeldung in zwei Schritten zurücksetzen',
    text: 'Für Personen, die Telefon und Wiederherstellungscodes verloren haben. Sie werden abgemeldet, und bis sie sie neu einrichten, genügt das Kennwort.',
    action: 'Zurücksetzen …',
    ask: (email: string) =>
      `Auch wer sich nur als ${email} ausgibt, würde Sie darum bitten. Vergewissern Sie sich am Telefon oder persönlich.`,
    keep: 'Eingeschaltet lassen',
    confirm: 'Zurücksetzen',
    done: (email: string) => `Die Anmeldung in zwei Schritten von ${email} ist zurückgesetzt.`,
  },
  portal: {
    open: 'Einrichten',
    done: 'Die Anmeldung in zwei Schritten ist eingeschaltet.',
    keep: 'Schreiben Sie sie auf oder drucken Sie diese Seite, bevor Sie sie verlassen.',
    goOn: 'Ich habe sie verwahrt',
    again: 'Von vorn beginnen',
    needed: (organization: string) =>
      `${organization} verlangt die Anmeldung in zwei Schritten. Richten Sie sie ein, um fortzufahren.`,
  },
  signIn: {
    title: 'Code eingeben',
    lead: 'Ihr Konto verlangt einen zweiten Schritt.',
    submit: 'Anmelden',
    back: 'Zurück',
    lost: 'Weder Telefon noch Wiederherstellungscodes? Ein Inhaber Ihrer Organisation kann den zweiten Schritt zurücksetzen.',
    codeUsed: (n: number) =>
      n === 0
        ? 'Das war Ihr letzter Wiederherstellungscode. Erzeugen Sie neue unter „Mein Profil“.'
        : `Mit einem Wiederherstellungscode angemeldet. ${count(n, 'ist', 'sind')} übrig.`,
  },
};
