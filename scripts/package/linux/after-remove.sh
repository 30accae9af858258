#!/bin/sh
# Removes what after-install made; workspaces and preferences stay with their owners.
set -e
case "$1" in
  upgrade | 1) exit 0 ;; # the next version is already there
esac

profile=/etc/apparmor.d/gatehouse
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database /usr/share/applications || true; fi
