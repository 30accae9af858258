@echo off
rem The command `gatehouse` of an installed Gatehouse; see the script of the same name for Linux and macOS.
"%~dp0Gatehouse.exe" --no-sandbox --disable-gpu --log-level=3 --command -- %*
