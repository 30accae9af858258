#!/bin/sh
# electron-builder fills in the names in braces.
set -e
here='/opt/${sanitizedProductName}'

# Chromium's sandbox uses this where the kernel does not give ordinary users namespaces.
chown root:root "$here/chrome-sandbox"
chmod 4755 "$here/chrome-sandbox"

# Since Ubuntu 24.04 only programs with a profile get namespaces; older AppArmor does not know this profile and needs none.
profile=/etc/apparmor.d/gatehouse
if command -v apparmor_parser >/dev/null && apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug "$here/resources/apparmor-profile" >/dev/null 2>&1; then
  cp -f "$here/resources/apparmor-profile" "$profile"
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
  fi
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi
