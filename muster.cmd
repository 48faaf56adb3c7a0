@echo off
rem Muster, from any folder.
setlocal
where node >nul 2>nul
if errorlevel 1 (
  echo Muster needs Node 22.18 or newer, with npm. / Muster necesita Node 22.18 o posterior, con npm. 1>&2
  exit /b 1
)
node "%~dp0scripts\launch.mjs" src/main.ts %*
exit /b %ERRORLEVEL%
