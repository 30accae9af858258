import type { OauthProvider } from '../../vocabulary/mail-oauth.ts';

const providers: Readonly<Record<OauthProvider, string>> = {
  microsoft: 'Microsoft 365',
  google: 'Google',
  other: 'Anderer',
};
/** Where client id and refresh token come from. */
const hints: Readonly<Record<OauthProvider, string>> = {
  microsoft:
    'Registrieren Sie im Microsoft Entra Admin Center eine Anwendung und geben Sie ihr die delegierte Berechtigung SMTP.Send. Ihre Übersicht zeigt die Client-ID. Melden Sie sich einmal als Absender bei ihr an, um das Aktualisierungstoken zu erhalten. Bei einer Anwendung nur eines Mandanten steht im Endpunkt dessen ID anstelle von „organizations“. Für das Postfach muss authentifiziertes SMTP eingeschaltet sein.',
  google:
    'Erstellen Sie in der Google Cloud Console einen OAuth-Client: Sie zeigt Client-ID und Clientschlüssel. Melden Sie sich einmal als Absender bei ihm an, mit dem Bereich unten und Offline-Zugriff, um das Aktualisierungstoken zu erhalten.',
  other:
    'Die Anleitung des Anbieters zu OAuth 2 und SMTP nennt den Token-Endpunkt, den Bereich und den Weg zu Client-ID und Aktualisierungstoken.',
};

export const oauthSettings = {
  provider: 'Anbieter',
  providers,
  hints,
  login: 'Postfach für die Anmeldung',
  endpoint: 'Token-Endpunkt',
  endpointHint: 'Nur dorthin werden Clientschlüssel und Aktualisierungstoken gesendet.',
  clientId: 'Client-ID',
  clientSecret: 'Clientschlüssel',
  clientSecretHint: 'Leer, wenn der Client keinen hat.',
  refreshToken: 'Aktualisierungstoken',
  refreshTokenHint: 'Wird versiegelt aufbewahrt und von selbst ersetzt, wenn der Endpunkt ein neues ausgibt.',
  scope: 'Bereich (Scope)',
  scopeHint: 'Mehrere durch Leerzeichen getrennt.',
};
